package io.adfleet.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Duration PERIOD = Duration.ofDays(30);
  private static final KeyPair PAIR = new KeyPair(null, null);

  @Test
  void anEmptyRingWantsAKeyThatSignsAtOnce() {
    assertThat(ring().wanted(PERIOD)).hasValue(NOW);
    assertThat(ring().current()).isEmpty();
  }

  @Test
  void theNextKeyIsPublishedLongBeforeItSigns() {
    assertThat(ring(NOW).wanted(PERIOD)).hasValue(NOW.plus(PERIOD));
    assertThat(ring(NOW, NOW.plus(PERIOD)).wanted(PERIOD)).isEmpty();
    assertThat(ring(NOW, NOW.plus(PERIOD)).next().orElseThrow().signsFrom())
        .isEqualTo(NOW.plus(PERIOD));
  }

  @Test
  void anOverdueKeyStillIsAnnouncedForAnHour() {
    assertThat(ring(NOW.minus(Duration.ofDays(400))).wanted(PERIOD))
        .hasValue(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void theNewestBegunKeySignsAndThePreviousIsKept() {
    KeyRing ring =
        ring(
            NOW.minus(Duration.ofDays(70)),
            NOW.minus(Duration.ofDays(40)),
            NOW.minus(Duration.ofDays(10)),
            NOW.plus(Duration.ofDays(20)));
    assertThat(ring.current().orElseThrow().signsFrom()).isEqualTo(NOW.minus(Duration.ofDays(10)));
    assertThat(ring.spent())
        .extracting(SigningKey::signsFrom)
        .containsExactly(NOW.minus(Duration.ofDays(70)));
  }

  private static KeyRing ring(Instant... signsFrom) {
    List<SigningKey> keys =
        Stream.of(signsFrom).map(from -> new SigningKey(from.toString(), PAIR, from)).toList();
    return new KeyRing(keys, NOW);
  }
}
