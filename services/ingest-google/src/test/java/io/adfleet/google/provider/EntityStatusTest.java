package io.adfleet.google.provider;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(EntityStatus.of(status, primary, serving)).isEqualTo(word);
  }
}
