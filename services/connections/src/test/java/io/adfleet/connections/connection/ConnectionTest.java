package io.adfleet.connections.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  private static final Instant AUTHORIZED = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant LATER = AUTHORIZED.plusSeconds(600);

  private final Connection active = in(ConnectionState.ACTIVE);

  @Test
  void aGoneConsentSaysWhatToDo() {
    Connection refused = active.refused(LATER);
    assertThat(refused.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(refused.sentence()).contains("Authorize the connection again");
  }

  @Test
  void wordFromBeforeTheLastConsentIsLate() {
    assertThat(active.refused(AUTHORIZED.minusSeconds(1))).isEqualTo(active);
  }

  @Test
  void onlyThePersonBringsBackAConsent() {
    Connection refused = active.refused(LATER);
    assertThat(refused.healed(LATER)).isEqualTo(refused);
    assertThat(refused.limited(LATER.plusSeconds(60), LATER)).isEqualTo(refused);
    Connection again = refused.authorized(true, LATER.plusSeconds(60));
    assertThat(again.state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(again.sentence()).isNull();
    assertThat(again.id()).isEqualTo(active.id());
  }

  @Test
  void aRateLimitNamesItsEndAndHeals() {
    Connection limited = active.limited(Instant.parse("2026-11-25T10:30:00.123Z"), LATER);
    assertThat(limited.state()).isEqualTo(ConnectionState.RATE_LIMITED);
    assertThat(limited.sentence()).contains("2026-11-25T10:30:00Z");
    assertThat(limited.healed(LATER)).returns(ConnectionState.ACTIVE, Connection::state);
    assertThat(limited.healed(LATER).sentence()).isNull();
  }

  @Test
  void aLongerRestReplacesAShorterOneAndNotTheOtherWayRound() {
    Connection limited = active.limited(LATER.plusSeconds(60), LATER);
    assertThat(limited.limited(LATER.plusSeconds(30), LATER)).isEqualTo(limited);
    assertThat(limited.limited(LATER.plusSeconds(90), LATER).retryAt())
        .isEqualTo(LATER.plusSeconds(90));
  }

  @Test
  void pendingEndsWithTheChoiceOfAccounts() {
    Connection pending = active.authorized(false, LATER);
    assertThat(pending.state()).isEqualTo(ConnectionState.PENDING);
    assertThat(pending.healed(LATER)).isEqualTo(pending);
    assertThat(pending.chosen(LATER).state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(active.chosen(LATER)).isEqualTo(active);
  }

  @Test
  void aConsentThatEndsSoonSaysWhenUntilItIsRenewed() {
    Instant ends = Instant.parse("2026-12-09T09:00:00Z");
    assertThat(active.ending(ends, ends.minus(Duration.ofDays(15)))).isEqualTo(active);

    Connection warned = active.ending(ends, ends.minus(Duration.ofDays(14)));

    assertThat(warned.state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(warned.sentence()).contains("2026-12-09", "Authorize the connection again");
    assertThat(warned.ending(ends, ends.minus(Duration.ofDays(1)))).isEqualTo(warned);
    assertThat(warned.renewed(ends).sentence()).isNull();
    assertThat(active.renewed(ends)).isEqualTo(active);
  }

  private static Connection in(ConnectionState state) {
    return new Connection(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "google",
        UUID.randomUUID(),
        null,
        state,
        null,
        null,
        AUTHORIZED,
        AUTHORIZED);
  }
}
