package io.adfleet.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClocksTest {

  @Test
  void movesByTheOffsetOutsideProduction() {
    Clock moved = new Clocks().clock(Optional.of("PT24H"), new Mode("local"));
    Duration ahead = Duration.between(Clock.systemUTC().instant(), moved.instant());
    assertTrue(ahead.compareTo(Duration.ofHours(23)) > 0, ahead.toString());
  }

  @Test
  void refusesToMoveInProduction() {
    StartRefused refused =
        assertThrows(
            StartRefused.class,
            () -> new Clocks().clock(Optional.of("PT24H"), new Mode("production")));
    assertTrue(refused.getMessage().contains("ADFLEET_MODE=local"), refused.getMessage());
  }

  @Test
  void namesTheFormOfAnOffsetItCannotRead() {
    StartRefused refused =
        assertThrows(
            StartRefused.class,
            () -> new Clocks().clock(Optional.of("one day"), new Mode("local")));
    assertTrue(refused.getMessage().contains("PT24H"), refused.getMessage());
  }

  @Test
  void runsInRealTimeWithoutOne() {
    assertEquals(Clock.systemUTC(), new Clocks().clock(Optional.of(" "), new Mode("production")));
  }

  @Test
  void refusesAModeItDoesNotKnow() {
    assertThrows(StartRefused.class, () -> new Mode("staging"));
  }
}
