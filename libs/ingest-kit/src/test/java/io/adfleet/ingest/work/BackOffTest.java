package io.adfleet.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Duration FIRST = Duration.ofSeconds(1);

  @Test
  void doublesWithEachFailureUpToAMinute() {
    assertThat(BackOff.after(FIRST, 0, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(BackOff.after(FIRST, 3, 1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(BackOff.after(FIRST, 30, 1)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void spreadsTriesSoThatTheyDontMeetAgain() {
    assertThat(BackOff.after(FIRST, 2, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(BackOff.after(FIRST, 2, 0.5)).isEqualTo(Duration.ofSeconds(3));
  }
}
