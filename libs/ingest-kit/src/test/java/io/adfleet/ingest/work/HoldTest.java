package io.adfleet.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.ingest.wanted.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldTest {

  private static final Instant SINCE = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void isRenewedUntilItTookLongerThanAnythingTakes() {
    UUID id = UUID.randomUUID();
    Claim claim =
        new Claim(id, id, id, id, "1", "EUR", "UTC", null, "performance", "campaign", 0, List.of());
    Hold hold = new Hold(claim, SINCE);

    assertThat(hold.isRenewed(SINCE.plusSeconds(3_599), Duration.ofHours(1))).isTrue();
    assertThat(hold.isRenewed(SINCE.plusSeconds(3_600), Duration.ofHours(1))).isFalse();
  }
}
