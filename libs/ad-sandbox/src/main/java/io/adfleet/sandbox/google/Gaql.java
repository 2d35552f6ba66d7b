package io.adfleet.sandbox.google;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query as it was understood. */
record Gaql(
    List<Field> select,
    String from,
    List<Condition> where,
    List<Order> orderBy,
    @Nullable Integer limit,
    Map<String, String> parameters) {

  /** A field to sort by. */
  record Order(Field field, boolean descending) {}

  static Gaql parse(String query) {
    return new GaqlParser(query).parse();
  }

  boolean selects(String path) {
    return select.stream().anyMatch(field -> field.path().equals(path));
  }

  /** Every field that is named anywhere. */
  Stream<Field> fields() {
    return Stream.of(
            select.stream(),
            where.stream().map(Condition::field),
            orderBy.stream().map(Order::field))
        .flatMap(stream -> stream);
  }

  boolean asksForMetrics() {
    return fields().anyMatch(field -> field.root().equals("metrics"));
  }

  boolean isSegmented() {
    return select.stream().anyMatch(field -> field.root().equals("segments"));
  }

  boolean omitsUnselectedResourceNames() {
    return "true".equals(parameters.get("omit_unselected_resource_names"));
  }
}
