package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adfleet.contracts.ActionCount;
import io.adfleet.ingest.platform.PlatformException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsightRowsTest {

  private final List<InsightRow> rows = new ArrayList<>();
  private final InsightRows reader = new InsightRows("campaign_id", rows::add);

  @Test
  void readsEveryFigureFromItsText() {
    String after =
        reader.read(
            """
            {"data":[{"campaign_id":"12","spend":"0.07","impressions":"31","clicks":"5",
              "inline_link_clicks":"4","attribution_setting":"7d_click_1d_view",
              "brand_new_field":{"deep":[1,{"x":2}]},
              "actions":[{"action_type":"omni_purchase","value":"1.5"}],
              "action_values":[{"value":"19.99","action_type":"omni_purchase"}],
              "date_start":"2026-11-21","date_stop":"2026-11-21"}],
             "paging":{"cursors":{"before":"b","after":"a"},"next":"https://elsewhere.test/x"}}
            """);

    assertThat(after).isEqualTo("a");
    InsightRow row = rows.getFirst();
    assertThat(row.id).isEqualTo("12");
    assertThat(row.date).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(row.hour).isNull();
    assertThat(row.spend).isEqualTo(70_000);
    assertThat(row.impressions).isEqualTo(31);
    assertThat(row.clicks).isEqualTo(5);
    assertThat(row.linkClicks).isEqualTo(4);
    assertThat(row.all())
        .containsExactly(
            new ActionCount("omni_purchase", "7d_click_1d_view", 1_500_000, 19_990_000));
  }

  @Test
  void theLastPageHasACursorAndNoNextOne() {
    assertThat(reader.read("{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"a\"}}}")).isNull();
    assertThat(reader.read("{\"data\":[]}")).isNull();
    assertThat(rows).isEmpty();
  }

  @Test
  void whatIsNotSaidIsZero() {
    reader.read("{\"data\":[{\"campaign_id\":\"12\",\"date_start\":\"2026-11-21\"}]}");

    assertThat(rows.getFirst().spend).isZero();
    assertThat(rows.getFirst().linkClicks).isZero();
    assertThat(rows.getFirst().all()).isEmpty();
  }

  @Test
  void readsTheHourOfARange() {
    reader.read(
        """
        {"data":[{"campaign_id":"12","date_start":"2026-11-21",
          "hourly_stats_aggregated_by_advertiser_time_zone":"09:00:00 - 09:59:59"}]}
        """);

    assertThat(rows.getFirst().hour).isEqualTo(9);
  }

  @Test
  void keepsWindowsApartFromTheSettingsOwnFigure() {
    reader.read(
        """
        {"data":[{"campaign_id":"12","date_start":"2026-11-21",
          "actions":[{"action_type":"purchase","value":"4","7d_click":"3","1d_view":"1"}]}]}
        """);

    InsightRow row = rows.getFirst();
    assertThat(row.credited("purchase"))
        .isEqualTo(new ActionCount("purchase", "default", 4_000_000, 0));
    assertThat(row.credited("lead")).isNull();
    assertThat(row.all())
        .containsExactly(
            new ActionCount("purchase", "default", 4_000_000, 0),
            new ActionCount("purchase", "7d_click", 3_000_000, 0),
            new ActionCount("purchase", "1d_view", 1_000_000, 0));
  }

  @Test
  void figuresBeforeTheirTypeAreItsOwnAlone() {
    reader.read(
        """
        {"data":[{"campaign_id":"12","date_start":"2026-11-21","actions":[
          {"value":"4","7d_click":"3","action_type":"purchase"},
          {"value":"7"},
          {"action_type":"lead","value":"2"}]}]}
        """);

    assertThat(rows.getFirst().all())
        .containsExactly(
            new ActionCount("purchase", "default", 4_000_000, 0),
            new ActionCount("purchase", "7d_click", 3_000_000, 0),
            new ActionCount("lead", "default", 2_000_000, 0));
  }

  @Test
  void keepsEveryWindowHoweverManyThereAre() {
    reader.read(
        """
        {"data":[{"campaign_id":"12","date_start":"2026-11-21","actions":[
          {"action_type":"lead","value":"9","1d_click":"1","7d_click":"2","28d_click":"3",
           "1d_view":"4","7d_view":"5","28d_view":"6","1d_ev":"7","dda":"8","skan_view":"9"}]}]}
        """);

    assertThat(rows.getFirst().all())
        .extracting(ActionCount::setting)
        .hasSize(10)
        .endsWith("dda", "skan_view");
  }

  @Test
  void aPageThatBreaksOffIsReadAgain() {
    assertThatThrownBy(() -> reader.read("{\"data\":[{\"campaign_id\":\"1"))
        .isInstanceOf(PlatformException.class)
        .hasMessage("unreadable_answer");
    assertThatThrownBy(() ->
            reader.read(
                "{\"data\":[{\"campaign_id\":\"1\",\"date_start\":\"2026-11-21\"},{\"campaign_id\""))
        .isInstanceOf(PlatformException.class);
    assertThat(rows).isEmpty();
  }

  @Test
  void aFailureOfWhoTakesTheRowsIsNotMetas() {
    IllegalStateException away = new IllegalStateException("the broker is away");
    InsightRows stuck =
        new InsightRows(
            "campaign_id",
            row -> {
              throw away;
            });

    assertThatThrownBy(
            () -> stuck.read("{\"data\":[{\"campaign_id\":\"1\",\"date_start\":\"2026-11-21\"}]}"))
        .isSameAs(away);
  }
}
