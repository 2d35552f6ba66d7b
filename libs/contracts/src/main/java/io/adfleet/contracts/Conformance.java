package io.adfleet.contracts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a record must say to be kept by whoever hears it: every field its schema requires, text that
 * a database can hold, and a zone whose clock is known. Looked at where a record is read, so that
 * one that lacks something is refused alone and not with the poll it came in.
 */
final class Conformance {

  private static final SnakeCaseStrategy WIRE = new SnakeCaseStrategy();

  /** Those of the system's clocks that databases know too. */
  private static final Set<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone -> !zone.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> !component.getType().isPrimitive())
              .map(Part::of)
              .toList();
        }
      };

  /** A field that may be missing or say what can't be kept. */
  private record Part(String name, Method accessor, boolean required, boolean zone) {

    static Part of(RecordComponent component) {
      return new Part(
          WIRE.translate(component.getName()),
          component.getAccessor(),
          !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          component.getName().equals("zone"));
    }
  }

  private Conformance() {}

  /**
   * Looks at a record and what is in it.
   *
   * @throws IOException naming the field at fault
   */
  static void check(Record record) throws IOException {
    for (Part part : PARTS.get(record.getClass())) {
      Object value = value(part, record);
      if (value != null) {
        check(part, value);
      } else if (part.required) {
        throw new IOException(part.name + ": missing");
      }
    }
  }

  private static void check(Part part, Object value) throws IOException {
    switch (value) {
      case String text -> check(part, text);
      case Record record -> check(record);
      case List<?> all -> {
        for (Object one : all) {
          if (one == null) {
            throw new IOException(part.name + ": one of them is missing");
          }
          check(part, one);
        }
      }
      default -> {}
    }
  }

  private static void check(Part part, String text) throws IOException {
    if (text.indexOf('\0') >= 0) {
      throw new IOException(part.name + ": holds a character no database keeps");
    }
    if (part.zone && !ZONES.contains(text)) {
      throw new IOException(part.name + ": there is no time zone " + text);
    }
  }

  private static @Nullable Object value(Part part, Record record) throws IOException {
    try {
      return part.accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IOException(part.name + ": can't be read", e);
    }
  }
}
