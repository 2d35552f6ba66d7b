package io.adfleet.defaults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into one array per column, in the order the columns are named: the parameters of an
 * {@code unnest}. Instants are written in UTC.
 */
public final class Columns<T> {

  private final List<T> rows;
  private final List<Object> arrays = new ArrayList<>();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  public static <T> Columns<T> of(List<T> rows) {
    return new Columns<>(rows);
  }

  public Columns<T> uuid(Function<T, @Nullable UUID> column) {
    return add(rows.stream().map(column).toArray(UUID[]::new));
  }

  public Columns<T> text(Function<T, @Nullable String> column) {
    return add(rows.stream().map(column).toArray(String[]::new));
  }

  public Columns<T> number(Function<T, @Nullable Long> column) {
    return add(rows.stream().map(column).toArray(Long[]::new));
  }

  public Columns<T> flag(Function<T, Boolean> column) {
    return add(rows.stream().map(column).toArray(Boolean[]::new));
  }

  public Columns<T> date(Function<T, @Nullable LocalDate> column) {
    return add(rows.stream().map(column).toArray(LocalDate[]::new));
  }

  public Columns<T> instant(Function<T, Instant> column) {
    return add(
        rows.stream()
            .map(row -> column.apply(row).atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }

  public List<Object> arrays() {
    return arrays;
  }

  private Columns<T> add(Object[] values) {
    arrays.add(values);
    return this;
  }
}
