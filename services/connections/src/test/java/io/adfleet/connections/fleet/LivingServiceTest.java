package io.adfleet.connections.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.connections.fleet.LivingService.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LivingServiceTest {

  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void isUpWhileTwoHeartbeatsMayBeMissing() {
    assertThat(living(false).stateAt(AT.plusSeconds(150))).isEqualTo(State.UP);
    assertThat(living(false).stateAt(AT.plusSeconds(151))).isEqualTo(State.DOWN);
    assertThat(living(false).ageAt(AT.plusSeconds(42))).isEqualTo(42);
  }

  @Test
  void isDownSoonAfterItSaidThatItStops() {
    assertThat(living(true).stateAt(AT.plusSeconds(5))).isEqualTo(State.STOPPING);
    assertThat(living(true).stateAt(AT.plusSeconds(60))).isEqualTo(State.DOWN);
  }

  @Test
  void isNotReadyWhileItSaysSo() {
    LivingService waiting = new LivingService("s", "s-0", "0.1.0", 1, AT, AT, false, false);
    assertThat(waiting.stateAt(AT.plusSeconds(150))).isEqualTo(State.NOT_READY);
    assertThat(waiting.stateAt(AT.plusSeconds(151))).isEqualTo(State.DOWN);
  }

  private static LivingService living(boolean stopping) {
    return new LivingService("s", "s-0", "0.1.0", 1, AT, AT, !stopping, stopping);
  }
}
