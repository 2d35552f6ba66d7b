package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One bucket per date. */
record DayAxis(DateRange range, Ledger ledger) implements Axis {

  @Override
  public String granularity() {
    return "day";
  }

  @Override
  public List<String> starts() {
    return range.dates().stream().map(LocalDate::toString).toList();
  }

  @Override
  public @Nullable String availableFrom() {
    return null;
  }

  @Override
  public List<@Nullable Sums> series(Account account) {
    List<@Nullable Sums> series = new ArrayList<>(range.days());
    for (LocalDate date : range.dates()) {
      series.add(ledger.sums(account, date));
    }
    return series;
  }
}
