package io.adfleet.connections.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's consent on one platform for one workspace.
 *
 * @param sentence what the user should know or do; null while all is well
 * @param retryAt until when the platform wants to be left alone
 * @param authorizedAt when the person last consented
 */
public record Connection(
    UUID workspaceId,
    UUID id,
    String platform,
    UUID userId,
    @Nullable String email,
    ConnectionState state,
    @Nullable String sentence,
    @Nullable Instant retryAt,
    Instant authorizedAt,
    Instant changedAt) {

  private static final String REAUTHORIZE =
      "The platform no longer accepts this consent. Authorize the connection again; accounts and"
          + " history stay.";
  private static final Duration SOON = Duration.ofDays(14);
  private static final String CHOOSE = "Choose the ad accounts to read.";

  /** What a connection without chosen accounts says. */
  public static String choose() {
    return CHOOSE;
  }

  /** The consent is gone. Word of before the last consent is late and changes nothing. */
  public Connection refused(Instant at) {
    return at.isBefore(authorizedAt) || state == ConnectionState.NEEDS_REAUTH
        ? this
        : with(ConnectionState.NEEDS_REAUTH, REAUTHORIZE, null, at);
  }

  /** The platform wants to be left alone for a while. */
  public Connection limited(Instant until, Instant at) {
    boolean reading = state == ConnectionState.ACTIVE || state == ConnectionState.RATE_LIMITED;
    if (!reading || (retryAt != null && !until.isAfter(retryAt))) {
      return this;
    }
    return with(
        ConnectionState.RATE_LIMITED,
        "The platform's quota is used up for now. Reading goes on by itself after "
            + until.truncatedTo(ChronoUnit.SECONDS)
            + ".",
        until,
        at);
  }

  /** Its consent ends soon, and the platform doesn't renew it. */
  public Connection ending(Instant ends, Instant at) {
    String said =
        "The consent ends on "
            + LocalDate.ofInstant(ends, ZoneOffset.UTC)
            + " and the platform does not renew it. Authorize the connection again before;"
            + " accounts and history stay.";
    boolean soon = Duration.between(at, ends).compareTo(SOON) <= 0;
    return state != ConnectionState.ACTIVE || !soon || said.equals(sentence)
        ? this
        : with(ConnectionState.ACTIVE, said, null, at);
  }

  /** Its consent was renewed without the person. */
  public Connection renewed(Instant at) {
    return state == ConnectionState.ACTIVE && sentence != null
        ? with(ConnectionState.ACTIVE, null, null, at)
        : this;
  }

  /** It works again. Only the person can bring back a consent, and only a choice ends pending. */
  public Connection healed(Instant at) {
    return state == ConnectionState.RATE_LIMITED
        ? with(ConnectionState.ACTIVE, null, null, at)
        : this;
  }

  /** The person consented, and has chosen accounts or not yet. */
  public Connection authorized(boolean chosen, Instant at) {
    return new Connection(
        workspaceId,
        id,
        platform,
        userId,
        email,
        chosen ? ConnectionState.ACTIVE : ConnectionState.PENDING,
        chosen ? null : CHOOSE,
        null,
        at,
        at);
  }

  /** Accounts were chosen. */
  public Connection chosen(Instant at) {
    return state == ConnectionState.PENDING ? with(ConnectionState.ACTIVE, null, null, at) : this;
  }

  private Connection with(
      ConnectionState next, @Nullable String said, @Nullable Instant until, Instant at) {
    return new Connection(
        workspaceId, id, platform, userId, email, next, said, until, authorizedAt, at);
  }
}
