package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.facebook.ads.sdk.AdsInsights.EnumLevel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ACTIVE, active",
    "PAUSED, paused",
    "CAMPAIGN_PAUSED, paused",
    "ADSET_PAUSED, paused",
    "DELETED, removed",
    "ARCHIVED, removed",
    "PENDING_REVIEW, pending",
    "IN_PROCESS, pending",
    "WITH_ISSUES, limited",
    "DISAPPROVED, limited",
    "PENDING_BILLING_INFO, limited",
    "INVENTED_YESTERDAY, limited",
  })
  void saysInOneWordWhatAnEntityIsDoing(String effective, String word) {
    assertThat(EntityStatus.of(effective)).isEqualTo(word);
  }

  @ParameterizedTest(name = "2500 {0}: {1} micros")
  @CsvSource({
    "EUR, 25000000",
    "USD, 25000000",
    "BHD, 25000000",
    "KWD, 25000000",
    "JPY, 2500000000",
    "TWD, 2500000000",
    "HUF, 2500000000",
    "IDR, 2500000000",
  })
  void aBudgetIsInHundredthsAndOfSomeCurrenciesInWholes(String currency, long micros) {
    assertThat(Budgets.micros("2500", currency)).isEqualTo(micros);
  }

  @Test
  void thereIsNoBudgetWithoutAnAmountOrACurrency() {
    assertThat(Budgets.micros("0", "USD")).isNull();
    assertThat(Budgets.micros("", "USD")).isNull();
    assertThat(Budgets.micros("2500", "XXX")).isNull();
    assertThat(Budgets.micros("2500", "")).isNull();
    assertThat(Budgets.micros("2500", "pounds")).isNull();
  }

  @Test
  void aQuestionIsHalvedByItsDates() {
    LocalDate first = LocalDate.of(2026, 11, 1);
    Question whole = new Question(EnumLevel.VALUE_CAMPAIGN, first, first.plusDays(6), false, null);

    List<Question> halves = whole.halves();

    assertThat(halves).extracting(Question::dates).containsExactly(3, 4);
    assertThat(halves.getFirst().from()).isEqualTo(first);
    assertThat(halves.getFirst().to().plusDays(1)).isEqualTo(halves.getLast().from());
    assertThat(halves.getLast().to()).isEqualTo(first.plusDays(6));
  }

  @Test
  void aQuestionNamesEveryStateSoThatNothingIsLeftOut() {
    LocalDate date = LocalDate.of(2026, 11, 1);

    assertThat(parameter(EnumLevel.VALUE_CAMPAIGN, date, "filtering"))
        .contains("campaign.effective_status", "DELETED", "ARCHIVED", "WITH_ISSUES");
    assertThat(parameter(EnumLevel.VALUE_AD, date, "filtering"))
        .contains("ad.effective_status", "ADSET_PAUSED", "DISAPPROVED");
    assertThat(parameter(EnumLevel.VALUE_ACCOUNT, date, "filtering")).isEqualTo("null");
    assertThat(parameter(EnumLevel.VALUE_AD, date, "fields")).startsWith("ad_id,spend");
  }

  private static String parameter(EnumLevel level, LocalDate date, String name) {
    return String.valueOf(
        new Question(level, date, date, false, null).parameters(List.of()).get(name));
  }
}
