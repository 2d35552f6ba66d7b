package io.adfleet.sandbox.page;

import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.control.Faults;
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
import io.adfleet.sandbox.world.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/** {@code /}: what one may do, and the accounts with today's truth. */
public final class PageRoutes {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Controls controls;
  private final Faults faults;

  public PageRoutes(Controls controls, Faults faults) {
    this.controls = controls;
    this.faults = faults;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    byte[] script = resource("page.js");
    byte[] style = resource("page.css");
    String page = new String(resource("page.html"), StandardCharsets.UTF_8);
    door.on("GET", "/page.js", request -> Answer.of(200, "text/javascript", script))
        .on("GET", "/page.css", request -> Answer.of(200, "text/css", style))
        .on(
            "GET",
            "/",
            request ->
                Answer.html(200, page.replace("<!--now-->", now()))
                    .with(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"));
  }

  private String now() {
    Moment moment = controls.moment();
    StringBuilder now =
        new StringBuilder("<h2 id=\"accounts-heading\">Every account, today so far</h2>\n");
    now.append(held()).append(inForce());
    now.append(
        """
        <div class="scroll" id="accounts" role="region" aria-label="Table of accounts" tabindex="0">
        <table>
        <caption>Sums of the campaigns, removed ones included, as the platform says them now.</caption>
        <thead>
        <tr><th scope="col">Account</th><th scope="col">Platform</th><th scope="col">State</th>
        <th scope="col">Visible until</th><th scope="col" class="n">Spend</th>
        <th scope="col" class="n">Impressions</th><th scope="col" class="n">Clicks</th>
        <th scope="col" class="n">Conversions</th><th scope="col" class="n">Conversion value</th></tr>
        </thead>
        """);
    for (Platform platform : Platform.values()) {
      StringBuilder rows = new StringBuilder();
      for (Account account : controls.world().accounts()) {
        if (!account.manager() && account.platform() == platform) {
          rows.append(row(moment, account));
        }
      }
      if (!rows.isEmpty()) {
        now.append("<tbody>\n").append(rows).append("</tbody>\n");
      }
    }
    return now.append("</table>\n</div>\n").toString();
  }

  private String held() {
    Instant since = controls.heldSince();
    return since == null
        ? ""
        : """
        <div class="trouble"><p>Time stands still here since %s UTC.</p>
        <button type="button" class="quiet" id="release">Let it go on</button></div>
        """
            .formatted(UNTIL.format(since.atZone(ZoneOffset.UTC)));
  }

  private String inForce() {
    StringBuilder listed = new StringBuilder();
    for (Fault fault : faults.remaining()) {
      listed
          .append("<li>")
          .append(Html.escaped(FaultWords.of(fault, controls.world())))
          .append("</li>\n");
    }
    return listed.isEmpty()
        ? ""
        : """
        <div class="trouble"><ul aria-label="What goes wrong on purpose">
        %s</ul>
        <button type="button" class="quiet" id="heal">Stop that</button></div>
        """
            .formatted(listed);
  }

  private static String row(Moment moment, Account account) {
    LocalDate today = moment.today(account);
    Figures figures =
        moment
            .entities(account, Kind.CAMPAIGN)
            .map(campaign -> moment.day(campaign, today))
            .reduce(Figures.NONE, Figures::plus);
    boolean shut = account.status() != Account.Status.ENABLED;
    return """
    <tr data-restate="%s"><th scope="row">%s<small>%s</small></th><td>%s</td><td%s>%s</td>
    <td>%s<br><small>%s</small></td>
    <td class="n">%s %s</td><td class="n">%s</td><td class="n">%s</td><td class="n">%s</td>
    <td class="n">%s %s</td></tr>
    """
        .formatted(
            Html.escaped(restatement(moment, account, today.minusDays(1))),
            Html.escaped(account.name()),
            account.id(),
            FaultWords.name(account.platform()),
            shut ? " class=\"shut\"" : "",
            account.status().word().replace('_', ' '),
            UNTIL.format(until(moment, account, today)),
            Html.escaped(account.zone().getId()),
            money(account, figures.get(Measure.SPEND)),
            account.currency().getCurrencyCode(),
            String.format(Locale.ROOT, "%,d", figures.get(Measure.IMPRESSIONS)),
            String.format(Locale.ROOT, "%,d", figures.get(Measure.CLICKS)),
            Decimals.text(figures.get(Measure.CONVERSIONS)),
            money(account, figures.get(Measure.CONVERSION_VALUE)),
            account.currency().getCurrencyCode());
  }

  /** At the account's midnight the day is shown as whole, not as the first minute of the next. */
  private static LocalDateTime until(Moment moment, Account account, LocalDate today) {
    LocalDateTime until = LocalDateTime.ofInstant(moment.visibleUntil(account), account.zone());
    return until.toLocalDate().isAfter(today) ? today.atTime(23, 59) : until;
  }

  private static String money(Account account, long micros) {
    int digits = Math.max(account.currency().getDefaultFractionDigits(), 0);
    BigDecimal amount = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(digits, amount.scale()) + "f", amount);
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
