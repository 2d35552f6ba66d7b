package io.adfleet.dashboard.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the asked dates is not known, and why. */
public record Completeness(boolean complete, List<Missing> missing) {

  /** Dates of one account and level, with one reason. */
  public record Missing(
      UUID accountId, String platform, String level, LocalDate from, LocalDate to, String reason) {}

  /** Gathers missing dates, told in ascending order per account and level, into ranges. */
  public static final class Gathering {

    private final List<Missing> ranges = new ArrayList<>();

    public void miss(Account account, String level, LocalDate date, String reason) {
      Missing last = ranges.isEmpty() ? null : ranges.getLast();
      if (last != null
          && last.accountId.equals(account.id())
          && last.level.equals(level)
          && last.reason.equals(reason)
          && last.to.plusDays(1).equals(date)) {
        ranges.set(
            ranges.size() - 1,
            new Missing(account.id(), account.platform(), level, last.from, date, reason));
      } else {
        ranges.add(new Missing(account.id(), account.platform(), level, date, date, reason));
      }
    }

    public Completeness gathered() {
      return new Completeness(ranges.isEmpty(), List.copyOf(ranges));
    }
  }

  /** Why an account's level is missing, by its newest missing dates. */
  public @Nullable String reasonFor(Account account, String level) {
    return missing.stream()
        .filter(range -> range.accountId.equals(account.id()) && range.level.equals(level))
        .reduce((earlier, later) -> later)
        .map(Missing::reason)
        .orElse(null);
  }

  /** The one reason all of it is missing for, or the given one where there are several. */
  public String reasonOr(String several) {
    List<String> reasons = missing.stream().map(Missing::reason).distinct().toList();
    return reasons.size() == 1 ? reasons.getFirst() : several;
  }
}
