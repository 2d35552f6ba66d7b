package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.range.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dates of which account and level are covered.
 *
 * @param dates those inside the range
 * @param since the first covered date at all
 */
record Covered(Map<Key, Set<LocalDate>> dates, Map<Key, LocalDate> since) {

  /** A level of an account. */
  record Key(UUID account, String level) {}

  boolean any(Account account, String level) {
    return dates.containsKey(new Key(account.id(), level));
  }

  /** What is missing of the levels an account is asked at. */
  Completeness completeness(
      Accounts accounts, Map<UUID, Set<String>> levels, DateRange range, Instant now) {
    Completeness.Gathering gathering = new Completeness.Gathering();
    for (Account account : accounts.all()) {
      for (String level : levels.getOrDefault(account.id(), Set.of())) {
        Set<LocalDate> covered = dates.getOrDefault(new Key(account.id(), level), Set.of());
        for (LocalDate date : range.dates()) {
          if (account.hasBegun(date, now) && !covered.contains(date)) {
            gathering.miss(account, level, date, why(account, level, date));
          }
        }
      }
    }
    return gathering.gathered();
  }

  /** Lower levels are read for the newest dates only: what lies before them stays unread. */
  private String why(Account account, String level, LocalDate date) {
    @Nullable LocalDate first = since.get(new Key(account.id(), level));
    return !level.equals(Levels.CAMPAIGN) && first != null && date.isBefore(first)
        ? Account.BEFORE_HISTORY
        : account.whyMissing(date);
  }
}
