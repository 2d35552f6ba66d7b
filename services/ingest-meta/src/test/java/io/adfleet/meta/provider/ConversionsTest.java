package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.ActionCount;
import org.junit.jupiter.api.Test;

class ConversionsTest {

  private static final ActionCount OMNI = action("omni_purchase", 5, 50);
  private static final ActionCount ALL = action("purchase", 4, 40);
  private static final ActionCount PIXEL = action("offsite_conversion.fb_pixel_purchase", 3, 30);
  private static final ActionCount LEAD = action("lead", 9, 0);

  @Test
  void theWidestPurchaseThatIsSaidCountsAlone() {
    assertThat(Conversions.of(row(PIXEL, LEAD, ALL, OMNI))).isEqualTo(new Conversions(5, 50));
    assertThat(Conversions.of(row(PIXEL, LEAD, ALL))).isEqualTo(new Conversions(4, 40));
    assertThat(Conversions.of(row(LEAD, PIXEL))).isEqualTo(new Conversions(3, 30));
  }

  @Test
  void whatIsNoPurchaseDoesNotCount() {
    assertThat(Conversions.of(row(LEAD))).isEqualTo(new Conversions(0, 0));
    assertThat(Conversions.of(row())).isEqualTo(new Conversions(0, 0));
  }

  private static InsightRow row(ActionCount... actions) {
    InsightRow row = new InsightRow();
    for (ActionCount action : actions) {
      row.add(action.type(), InsightRow.BY_SETTING, action.count(), false);
      row.add(action.type(), InsightRow.BY_SETTING, action.value(), true);
      row.add(action.type(), "28d_click", 1_000, false);
    }
    return row;
  }

  private static ActionCount action(String type, long count, long value) {
    return new ActionCount(type, "7d_click_1d_view", count, value);
  }
}
