package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Measures;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array a column: the parameters of a statement that moves a set. */
final class Columns {

  private final int rows;
  private final List<Object> values = new ArrayList<>();

  Columns(int rows) {
    this.rows = rows;
  }

  List<Object> values() {
    return values;
  }

  <T> void uuids(Collection<T> from, Function<T, UUID> column) {
    UUID[] array = new UUID[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.apply(row);
    }
    values.add(array);
  }

  <T> void texts(Collection<T> from, Function<T, @Nullable String> column) {
    String[] array = new String[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.apply(row);
    }
    values.add(array);
  }

  <T> void dates(Collection<T> from, Function<T, LocalDate> column) {
    LocalDate[] array = new LocalDate[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.apply(row);
    }
    values.add(array);
  }

  <T> void instants(Collection<T> from, Function<T, @Nullable Instant> column) {
    OffsetDateTime[] array = new OffsetDateTime[rows];
    int i = 0;
    for (T row : from) {
      Instant instant = column.apply(row);
      array[i++] = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
    values.add(array);
  }

  <T> void shorts(Collection<T> from, Function<T, Short> column) {
    Short[] array = new Short[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.apply(row);
    }
    values.add(array);
  }

  <T> void ints(Collection<T> from, ToIntFunction<T> column) {
    Integer[] array = new Integer[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.applyAsInt(row);
    }
    values.add(array);
  }

  <T> void longs(Collection<T> from, ToLongFunction<T> column) {
    nullableLongs(from, column::applyAsLong);
  }

  <T> void nullableLongs(Collection<T> from, Function<T, @Nullable Long> column) {
    Long[] array = new Long[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.apply(row);
    }
    values.add(array);
  }

  <T> void booleans(Collection<T> from, Function<T, Boolean> column) {
    Boolean[] array = new Boolean[rows];
    int i = 0;
    for (T row : from) {
      array[i++] = column.apply(row);
    }
    values.add(array);
  }

  /** The five measures, and the two by conversion date where they are kept. */
  <T> void measures(
      Collection<T> from, Function<T, @Nullable Measures> column, boolean byConversionDate) {
    List<@Nullable Measures> measures = new ArrayList<>(rows);
    for (T row : from) {
      measures.add(column.apply(row));
    }
    nullableLongs(measures, m -> m == null ? null : m.spend());
    nullableLongs(measures, m -> m == null ? null : m.impressions());
    nullableLongs(measures, m -> m == null ? null : m.clicks());
    nullableLongs(measures, m -> m == null ? null : m.conversions());
    nullableLongs(measures, m -> m == null ? null : m.conversionValue());
    if (byConversionDate) {
      nullableLongs(measures, m -> m == null ? null : m.conversionsByDate());
      nullableLongs(measures, m -> m == null ? null : m.conversionValueByDate());
    }
  }

  /** The first and the last date, so that partitions outside are not looked at. */
  <T> void range(Collection<T> from, Function<T, LocalDate> column) {
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (T row : from) {
      LocalDate date = column.apply(row);
      first = date.isBefore(first) ? date : first;
      last = date.isAfter(last) ? date : last;
    }
    values.add(first);
    values.add(last);
  }

  /** Measures read back, from the column of the spend on. */
  static Measures measures(Row row, int first, boolean byConversionDate) {
    return new Measures(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4),
        byConversionDate ? row.getLong(first + 5) : null,
        byConversionDate ? row.getLong(first + 6) : null);
  }

  /** Measures read back where a row may have none. */
  static @Nullable Measures measuresOrNull(Row row, int first) {
    return row.getLong(first) == null ? null : measures(row, first, false);
  }

  /** All rows of a result. */
  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> list = new ArrayList<>(rows.size());
    for (Row row : rows) {
      list.add(read.apply(row));
    }
    return list;
  }
}
