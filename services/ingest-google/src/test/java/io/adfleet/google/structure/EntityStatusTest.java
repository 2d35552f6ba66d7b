package io.adfleet.google.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.google.provider.EntityRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityStatusTest {

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    "REMOVED, REMOVED, NONE, removed",
    "REMOVED, ELIGIBLE, SERVING, removed",
    "PAUSED, PAUSED, NONE, paused",
    "ENABLED, ELIGIBLE, SERVING, active",
    "ENABLED, ENDED, ENDED, ended",
    "ENABLED, PENDING, PENDING, pending",
    "ENABLED, LIMITED, SERVING, limited",
    "ENABLED, LEARNING, SERVING, learning",
    "ENABLED, MISCONFIGURED, SERVING, limited",
    "ENABLED, NOT_ELIGIBLE, SERVING, limited",
    "ENABLED, PAUSED, '', paused",
    "ENABLED, UNSPECIFIED, UNSPECIFIED, active",
    "ENABLED, UNSPECIFIED, ENDED, ended",
    "ENABLED, UNSPECIFIED, PENDING, pending",
    "ENABLED, UNSPECIFIED, SUSPENDED, limited",
    "ENABLED, UNRECOGNIZED, SERVING, limited",
    "UNRECOGNIZED, ELIGIBLE, SERVING, limited",
  })
  void saysInOneWordWhatAnEntityIsDoing(
      String status, String primary, String serving, String word) {
    EntityRow row =
        new EntityRow(
            "campaign", "1", null, "name", status, primary, serving, null, null, null, null, null);

    assertThat(EntityStatus.of(row)).isEqualTo(word);
  }
}
