package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.ledger.AccountDay;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Kpi;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period before, as far as it can be held against a period that is still running. The
 * counterpart of an open date is cut, per account, at the local time of day its newest closed slice
 * was observed at; the counterpart of a date that has not begun there, or of which nothing has been
 * read, counts nothing.
 *
 * @param sums null unless every date of it is covered
 * @param cut whether open dates' counterparts were cut; false where hours are unknown
 */
record Previous(@Nullable Sums sums, boolean cut) {

  static Previous of(
      List<Account> accounts, DateRange range, Ledger ledger, Slots slots, Instant now) {
    Counting counting = new Counting(range.days(), ledger, slots, now);
    for (Account account : accounts) {
      for (LocalDate date : range.dates()) {
        counting.count(account, date);
      }
    }
    return counting.counted();
  }

  Kpi.Period period(String reason) {
    return new Kpi.Period(sums, sums == null ? reason : null);
  }

  private static final class Counting {
    private final int days;
    private final Ledger ledger;
    private final Slots slots;
    private final Instant now;
    private @Nullable Sums sums;
    private boolean uncovered;
    private boolean cut;
    private boolean unknownHours;

    Counting(int days, Ledger ledger, Slots slots, Instant now) {
      this.days = days;
      this.ledger = ledger;
      this.slots = slots;
      this.now = now;
    }

    void count(Account account, LocalDate date) {
      LocalDate counterpart = date.minusDays(days);
      AccountDay before = ledger.of(account, counterpart);
      if (before == null) {
        uncovered = true;
        return;
      }
      if (account.hasBegun(date, now) && !account.isOpen(date, now)) {
        sums = Sums.add(sums, before.sums());
        return;
      }
      sums = Sums.add(sums, cutSums(account, date, before));
    }

    private Sums cutSums(Account account, LocalDate date, AccountDay before) {
      AccountDay open = ledger.of(account, date);
      if (open == null) {
        cut = true;
        return Sums.ZERO;
      }
      LocalTime until = open.observedAt().atZone(account.zone()).toLocalTime();
      Optional<Sums> part = slots.of(account, before.date()).until(until, before.sums());
      if (part.isEmpty()) {
        unknownHours = true;
        return before.sums();
      }
      cut = true;
      return part.get();
    }

    Previous counted() {
      return new Previous(uncovered ? null : sums, cut && !unknownHours);
    }
  }
}
