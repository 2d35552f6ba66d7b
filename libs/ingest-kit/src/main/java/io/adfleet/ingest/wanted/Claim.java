package io.adfleet.ingest.wanted;

import io.adfleet.ingest.platform.AdAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slices of one account, report and level that a worker holds, newest date first; one query reads
 * them all.
 *
 * @param lease what the worker renews while it reads
 */
public record Claim(
    UUID lease,
    UUID workspaceId,
    UUID accountId,
    UUID connectionId,
    String externalId,
    String currency,
    String zone,
    @Nullable String loginCustomerId,
    String report,
    String level,
    int priority,
    List<Held> slices) {

  /**
   * One of them.
   *
   * @param version drawn for this claim; it also is the fence
   */
  public record Held(
      UUID id,
      LocalDate date,
      long version,
      int attempts,
      int refusals,
      int lapses,
      @Nullable String traceparent) {}

  public AdAccount account() {
    return new AdAccount(workspaceId, connectionId, externalId, currency, loginCustomerId);
  }

  public LocalDate from() {
    return slices.getLast().date();
  }

  public LocalDate to() {
    return slices.getFirst().date();
  }

  /** How the slice is called in sentences and logs. */
  public String name(Held slice) {
    return report + "/" + level + "/" + slice.date();
  }
}
