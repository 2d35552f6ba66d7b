package io.adfleet.sandbox.page;

import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.Html;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Decimals;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;

/** {@code /}: the accounts with today's truth, and buttons. */
public final class PageRoutes {

  private final Controls controls;

  public PageRoutes(Controls controls) {
    this.controls = controls;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    byte[] script = resource("page.js");
    String page = new String(resource("page.html"), StandardCharsets.UTF_8);
    door.on("GET", "/page.js", request -> Answer.of(200, "text/javascript", script))
        .on(
            "GET",
            "/",
            request ->
                Answer.html(200, page.replace("<!--accounts-->", rows()))
                    .with(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"));
  }

  private String rows() {
    Moment moment = controls.moment();
    StringBuilder rows = new StringBuilder();
    for (Account account : controls.world().accounts()) {
      if (!account.manager()) {
        rows.append(row(moment, account));
      }
    }
    return rows.toString();
  }

  private static String row(Moment moment, Account account) {
    LocalDate today = moment.today(account);
    Figures figures =
        moment
            .entities(account, Kind.CAMPAIGN)
            .map(campaign -> moment.day(campaign, today))
            .reduce(Figures.NONE, Figures::plus);
    LocalTime until =
        LocalTime.ofInstant(moment.visibleUntil(account), account.zone())
            .truncatedTo(ChronoUnit.MINUTES);
    return """
    <tr data-restate="%s"><td>%s</td><td>%s<br><small>%s</small></td><td>%s</td><td>%s %s</td>
    <td class="n">%s %s</td><td class="n">%d</td><td class="n">%d</td><td class="n">%s</td>
    <td class="n">%s</td></tr>
    """
        .formatted(
            Html.escaped(restatement(moment, account, today.minusDays(1))),
            account.platform().word(),
            Html.escaped(account.name()),
            account.id(),
            account.status().word(),
            today,
            until,
            Decimals.text(figures.get(Measure.SPEND)),
            account.currency().getCurrencyCode(),
            figures.get(Measure.IMPRESSIONS),
            figures.get(Measure.CLICKS),
            Decimals.text(figures.get(Measure.CONVERSIONS)),
            Decimals.text(figures.get(Measure.CONVERSION_VALUE)));
  }

  /** A tenth less spend of the campaign that spent most, as the button sends it; or nothing. */
  private static String restatement(Moment moment, Account account, LocalDate yesterday) {
    return moment
        .entities(account, Kind.CAMPAIGN)
        .max(Comparator.comparingLong((Entity e) -> moment.day(e, yesterday).get(Measure.SPEND)))
        .filter(campaign -> moment.day(campaign, yesterday).get(Measure.SPEND) > 0)
        .map(campaign -> json(campaign, yesterday, moment.day(campaign, yesterday)))
        .orElse("");
  }

  private static String json(Entity campaign, LocalDate date, Figures figures) {
    long coin = campaign.account().step(Measure.SPEND);
    long less = figures.get(Measure.SPEND) * 9 / 10 / coin * coin;
    StringBuilder json =
        new StringBuilder(
            "{\"account_id\":\"%s\",\"entity_id\":\"%s\",\"date\":\"%s\""
                .formatted(campaign.account().id(), campaign.id(), date));
    figures
        .with(Measure.SPEND, less)
        .reported()
        .forEach((measure, value) -> {
          if (measure.ordinal() <= Measure.REACH.ordinal()) {
            boolean count = measure.nature() == Measure.Nature.COUNT;
            json.append(
                ",\"%s\":\"%s\""
                    .formatted(
                        measure.column(), count ? Long.toString(value) : Decimals.text(value)));
          }
        });
    return json.append('}').toString();
  }

  private static byte[] resource(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
