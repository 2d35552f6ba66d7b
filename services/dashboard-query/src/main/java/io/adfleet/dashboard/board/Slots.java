package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The slots of some accounts and dates, told in local time. */
final class Slots {

  private static final LocalTime LAST = LocalTime.of(23, 45);

  /** An account's date. */
  record Key(UUID account, LocalDate date) {}

  /** A slot as it is kept. */
  record Kept(Key key, Instant slot, boolean hourly, Sums sums) {}

  private final Map<Key, List<Kept>> kept = new HashMap<>();
  private final Set<Key> emptyHours;

  Slots(List<Kept> all, Set<Key> emptyHours) {
    this.emptyHours = emptyHours;
    for (Kept slot : all) {
      kept.computeIfAbsent(slot.key(), key -> new ArrayList<>()).add(slot);
    }
  }

  DaySlots of(Account account, LocalDate date) {
    Key key = new Key(account.id(), date);
    List<DaySlots.Increment> increments =
        kept.getOrDefault(key, List.of()).stream()
            .sorted(Comparator.comparing(Kept::slot))
            .map(slot ->
                new DaySlots.Increment(
                    slot.slot(), localTime(slot.slot(), account, date), slot.hourly(), slot.sums()))
            .sorted(Comparator.comparing(DaySlots.Increment::at))
            .toList();
    return new DaySlots(increments, emptyHours.contains(key));
  }

  private static LocalTime localTime(Instant slot, Account account, LocalDate date) {
    ZonedDateTime local = slot.atZone(account.zone());
    if (local.toLocalDate().isAfter(date)) {
      return LAST;
    }
    return local.toLocalDate().isBefore(date) ? LocalTime.MIDNIGHT : local.toLocalTime();
  }
}
