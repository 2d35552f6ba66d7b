package io.adfleet.attribution.names;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into one array per column, the parameters of an {@code unnest}. */
final class Columns<T> {

  private final List<T> rows;
  private final List<Object> arrays = new ArrayList<>();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  static <T> Columns<T> of(List<T> rows) {
    return new Columns<>(rows);
  }

  Columns<T> uuid(Function<T, @Nullable UUID> column) {
    return add(rows.stream().map(column).toArray(UUID[]::new));
  }

  Columns<T> text(Function<T, @Nullable String> column) {
    return add(rows.stream().map(column).toArray(String[]::new));
  }

  Columns<T> number(Function<T, @Nullable Long> column) {
    return add(rows.stream().map(column).toArray(Long[]::new));
  }

  Columns<T> flag(Function<T, Boolean> column) {
    return add(rows.stream().map(column).toArray(Boolean[]::new));
  }

  List<Object> arrays() {
    return arrays;
  }

  private Columns<T> add(Object[] values) {
    arrays.add(values);
    return this;
  }
}
