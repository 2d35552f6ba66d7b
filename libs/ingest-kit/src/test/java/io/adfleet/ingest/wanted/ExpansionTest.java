package io.adfleet.ingest.wanted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpansionTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @Test
  void makesOneSliceOfEachDateNewestFirst() {
    List<Expansion.Asked> asked =
        Expansion.of(List.of(range("performance", "campaign", TODAY.minusDays(2), TODAY)));

    assertThat(asked)
        .extracting(Expansion.Asked::date)
        .containsExactly(TODAY, TODAY.minusDays(1), TODAY.minusDays(2));
  }

  @Test
  void readsAStructureOnceWhateverItsDates() {
    List<Expansion.Asked> asked =
        Expansion.of(List.of(range("structure", "account", TODAY.minusDays(30), TODAY)));

    assertThat(asked).extracting(Expansion.Asked::date).containsExactly(TODAY);
  }

  @Test
  void wantsOverlappingRangesOnlyOnce() {
    List<Expansion.Asked> asked =
        Expansion.of(
            List.of(
                range("performance", "campaign", TODAY, TODAY),
                range("performance", "campaign", TODAY.minusDays(6), TODAY)));

    assertThat(asked).hasSize(7);
  }

  @Test
  void putsNamesAndCampaignsBeforeWhatIsBelow() {
    List<Expansion.Asked> asked =
        Expansion.of(
            List.of(
                range("performance", "ad", TODAY, TODAY),
                range("performance", "ad_group", TODAY, TODAY),
                range("performance_hours", "campaign", TODAY, TODAY),
                range("performance", "campaign", TODAY, TODAY),
                range("structure", "account", TODAY, TODAY)));

    assertThat(asked)
        .extracting(a -> a.report() + "/" + a.level())
        .containsExactly(
            "structure/account",
            "performance/campaign",
            "performance_hours/campaign",
            "performance/ad_group",
            "performance/ad");
  }

  @Test
  void refusesWhatNoReportCanAnswer() {
    refuses(range("performance", "keyword", TODAY, TODAY), "no such level");
    refuses(range("performance_hours", "ad", TODAY, TODAY), "of level campaign");
    refuses(range("reach", "campaign", TODAY, TODAY), "no such report");
    refuses(range("performance", "campaign", TODAY, TODAY.minusDays(1)), "ends before it begins");
    refuses(range("performance", "campaign", TODAY.minusDays(1_100), TODAY), "longer than 1100");
  }

  private static void refuses(Expansion.Range range, String because) {
    assertThatThrownBy(() -> Expansion.of(List.of(range)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }

  private static Expansion.Range range(String report, String level, LocalDate from, LocalDate to) {
    return new Expansion.Range(report, level, from, to);
  }
}
