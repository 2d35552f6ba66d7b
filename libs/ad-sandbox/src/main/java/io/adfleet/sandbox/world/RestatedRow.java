package io.adfleet.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** A row of {@code restatements.csv} that someone hands in while the world is served. */
public final class RestatedRow {

  private RestatedRow() {}

  /** The columns such a row may have. */
  public static Set<String> columns() {
    Set<String> columns = new HashSet<>(FigureFiles.figureColumns());
    columns.addAll(Set.of("account_id", "entity_id", "date", "known_after"));
    return columns;
  }

  /** The restatement of a row; relative dates count from the account's today as it is now. */
  public static Restatement read(
      World world, Cells cells, Function<Account, LocalDate> today, Instant now) {
    Entity entity = FigureFiles.entityOf(world, cells);
    LocalDate accountToday = today.apply(entity.account());
    cells.required("date");
    LocalDate date = Objects.requireNonNull(cells.date("date", accountToday));
    if (date.isAfter(accountToday)) {
      throw cells.refuse("date", date + " is after the account's today " + accountToday);
    }
    return new Restatement(
        entity.id(), date, cells.hour("hour"), cells.figures(entity.account().platform()), now);
  }
}
