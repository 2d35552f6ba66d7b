package io.adfleet.connections.account;

import io.adfleet.contracts.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ad account a workspace reads.
 *
 * @param loginCustomerId the manager it is reached through, if any
 * @param sentence what the user should know or do; null while all is well
 * @param historyFrom the first date that is read
 * @param syncedAt when a job of it last ended well
 * @param readThrough the last date up to which campaigns were read after their end; null before
 */
public record AdAccount(
    UUID workspaceId,
    UUID id,
    UUID connectionId,
    String platform,
    String externalId,
    @Nullable String loginCustomerId,
    String name,
    String currency,
    String zone,
    Access access,
    @Nullable String sentence,
    LocalDate historyFrom,
    boolean removed,
    @Nullable Instant syncedAt,
    @Nullable LocalDate readThrough,
    long version) {

  /** Days of history read when an account is connected. */
  public static final int HISTORY_DAYS = 90;

  /** Whether the platform lets us read it. */
  public enum Access {
    ACTIVE("active", null),
    DISABLED(
        "disabled",
        "The platform has this account switched off. Enable it there; it is tried again every night"
            + " and on sync now."),
    NO_PERMISSION(
        "no_permission",
        "The consenting person may not read this account. Give them access on the platform; it is"
            + " tried again every night and on sync now.");

    private final String word;
    private final @Nullable String sentence;

    Access(String word, @Nullable String sentence) {
      this.word = word;
      this.sentence = sentence;
    }

    /** The word in the database, the API and on topics. */
    public String word() {
      return word;
    }

    /** What the user should do. */
    public @Nullable String sentence() {
      return sentence;
    }

    static Access of(String word) {
      for (Access access : values()) {
        if (access.word.equals(word)) {
          return access;
        }
      }
      throw new IllegalArgumentException("no such account state: " + word);
    }
  }

  /** An account that is read from now on. */
  public static AdAccount connected(
      UUID workspace, UUID connection, String platform, ReachableAccount account, Instant now) {
    return new AdAccount(
        workspace,
        Ids.accountId(workspace, platform, account.externalId()),
        connection,
        platform,
        account.externalId(),
        account.loginCustomerId(),
        account.name(),
        account.currency(),
        account.zone(),
        account.access(),
        account.access().sentence(),
        LocalDate.ofInstant(now, ZoneId.of(account.zone())).minusDays(HISTORY_DAYS - 1),
        false,
        null,
        null,
        0);
  }

  /** Its dates are local to this zone. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /** The date its clock shows. */
  public LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zoneId());
  }
}
