package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Platform;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.Topic;
import io.adfleet.ingest.platform.FigureRow;
import io.adfleet.messaging.Chunks;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import io.adfleet.meta.OutsideWorld;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@code make bench}, insights: pages of Meta's insights until the broker has their readings,
 * against reading the same bytes as JSON and doing nothing with them. Not part of the tests.
 */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "ingest_meta"))
@WithTestResource(OutsideWorld.class)
class InsightsBench {

  private static final int PAGES = 20;
  private static final int ROWS = 1_000;
  private static final int RUNS = 40;

  @Inject KafkaSender sender;
  @Inject Clock clock;

  private final UUID workspace = Ids.next();
  private final UUID account = Ids.accountId(workspace, Platform.META, "1");
  private int sent;

  @Test
  void insightsToTheTopic() {
    List<String> pages = new ArrayList<>();
    for (int page = 0; page < PAGES; page++) {
      pages.add(page(page));
    }
    long[] parsing = new long[RUNS];
    long[] saying = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long begun = System.nanoTime();
      pages.forEach(InsightsBench::parse);
      parsing[run] = System.nanoTime() - begun;
      sent = 0;
      begun = System.nanoTime();
      say(pages, clock.instant());
      saying[run] = System.nanoTime() - begun;
      assertThat(sent).isEqualTo(PAGES * ROWS);
    }
    double parsed = median(parsing);
    double said = median(saying);
    System.out.printf(
        "insights: %,d rows of Meta (%,d kB) to the topic in %.0f ms, read as JSON only in %.0f ms:"
            + " %.1f x (at most 3 wanted%s); medians of the last %d of %d runs%n",
        PAGES * ROWS,
        pages.stream().mapToInt(String::length).sum() / 1000,
        said,
        parsed,
        said / parsed,
        said / parsed > 3 ? ": MISSED" : "",
        RUNS / 2,
        RUNS);
  }

  private static void parse(String page) {
    try {
      Json.mapper().readTree(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(List<String> pages, Instant now) {
    Chunks chunks = sender.chunks(more -> sent += more);
    InsightRows rows =
        new InsightRows(
            "campaign_id",
            row ->
                chunks.add(
                    Outgoing.of(
                        Topic.READINGS, reading(GraphClient.figure(row, row.all()), now), null)));
    pages.forEach(rows::read);
    chunks.flush();
  }

  private Reading reading(FigureRow row, Instant now) {
    Figures figures = row.figures();
    return new Reading(
        workspace,
        account,
        Platform.META,
        Slice.PERFORMANCE,
        Level.CAMPAIGN,
        Ids.entityId(workspace, Platform.META, "1", Level.CAMPAIGN, row.externalId()),
        row.externalId(),
        row.date(),
        row.hour(),
        now,
        1,
        "Europe/Berlin",
        "EUR",
        figures.spend(),
        figures.impressions(),
        figures.clicks(),
        figures.conversions(),
        figures.conversionValue(),
        row.conversionsByDate(),
        row.conversionValueByDate(),
        row.clicksAll(),
        row.actions());
  }

  /** As the Graph API writes them: nine kinds of actions, four of which are worth something. */
  private static String page(int page) {
    StringBuilder json = new StringBuilder("{\"data\":[");
    LocalDate first = LocalDate.of(2026, 9, 1);
    for (int row = 0; row < ROWS; row++) {
      int n = page * ROWS + row;
      LocalDate date = first.plusDays(n % 90);
      json.append(row == 0 ? "" : ",")
          .append("{\"campaign_id\":\"")
          .append(120_000_000_000_000L + n / 90)
          .append("\",\"spend\":\"")
          .append(n % 900)
          .append('.')
          .append(10 + n % 90)
          .append("\",\"impressions\":\"")
          .append(n % 9000)
          .append("\",\"clicks\":\"")
          .append(n % 300)
          .append("\",\"inline_link_clicks\":\"")
          .append(n % 200)
          .append("\",\"attribution_setting\":\"7d_click_1d_view\",\"actions\":")
          .append(actions(n, ACTIONS, ""))
          .append(",\"action_values\":")
          .append(actions(n, ACTIONS.subList(0, 4), ".95"))
          .append(",\"date_start\":\"")
          .append(date)
          .append("\",\"date_stop\":\"")
          .append(date)
          .append("\"}");
    }
    return json.append("],\"paging\":{\"cursors\":{\"before\":\"b\",\"after\":\"a\"}}}").toString();
  }

  private static final List<String> ACTIONS =
      List.of(
          "omni_purchase",
          "purchase",
          "offsite_conversion.fb_pixel_purchase",
          "onsite_web_purchase",
          "add_to_cart",
          "landing_page_view",
          "link_click",
          "page_engagement",
          "post_engagement");

  private static String actions(int n, List<String> types, String part) {
    StringBuilder json = new StringBuilder("[");
    for (String type : types) {
      json.append(json.length() == 1 ? "" : ",")
          .append("{\"action_type\":\"")
          .append(type)
          .append("\",\"value\":\"")
          .append(n % 50)
          .append(part)
          .append("\"}");
    }
    return json.append(']').toString();
  }

  /** Of the second half, when the compiler is done. */
  private static double median(long[] nanoseconds) {
    long[] warm = Arrays.copyOfRange(nanoseconds, RUNS - RUNS / 2, RUNS);
    Arrays.sort(warm);
    return warm[warm.length / 2] / 1e6;
  }
}
