package io.adfleet.sandbox.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The optional files: raw actions of Meta, conversion actions of Google, edits by someone. */
final class LaterFiles {

  private record Day(Entity entity, LocalDate date) {}

  private final World world;
  private final Path folder;

  LaterFiles(World world, Path folder) {
    this.world = world;
    this.folder = folder;
  }

  void readMetaActions() {
    Path file = folder.resolve("actions.csv");
    Map<Day, Map<String, long[]>> actions = new HashMap<>();
    if (Files.exists(file)) {
      new CsvFile(
              file,
              List.of("account_id", "entity_id", "date", "action_type", "count"),
              List.of("value"))
          .read(line -> {
            Entity entity = FigureFiles.entityOf(world, line);
            if (entity.account().platform() != Platform.META) {
              throw line.refuse(
                  "account_id", line.quoted("account_id") + " is not an account of Meta");
            }
            line.required("count");
            Day day = new Day(entity, FigureFiles.dateOf(world, entity, line));
            add(
                actions
                    .computeIfAbsent(day, key -> new HashMap<>())
                    .computeIfAbsent(line.required("action_type"), type -> new long[2]),
                line);
          });
    }
    actions.forEach((day, byType) -> {
      byType.forEach(
          (type, sums) -> world.add(day.entity(), day.date(), type, new Action(sums[0], sums[1])));
      long[] purchases =
          MetaActions.PURCHASES.stream()
              .filter(byType::containsKey)
              .findFirst()
              .map(byType::get)
              .orElse(new long[2]);
      world.overlay(day.entity(), day.date(), Measure.CONVERSIONS, purchases[0]);
      world.overlay(day.entity(), day.date(), Measure.CONVERSION_VALUE, purchases[1]);
    });
  }

  void readConversionActions() {
    Path file = folder.resolve("conversion_actions.csv");
    Map<Day, long[]> byConversionDate = new HashMap<>();
    if (Files.exists(file)) {
      new CsvFile(
              file,
              List.of("account_id", "entity_id", "date", "action", "count", "by"),
              List.of("category", "value"))
          .read(line -> {
            Entity entity = FigureFiles.entityOf(world, line);
            if (entity.account().platform() != Platform.GOOGLE) {
              throw line.refuse(
                  "account_id", line.quoted("account_id") + " is not an account of Google");
            }
            line.required("action");
            line.required("count");
            Day day = new Day(entity, FigureFiles.dateOf(world, entity, line));
            if (byConversionDate(line)) {
              add(byConversionDate.computeIfAbsent(day, key -> new long[2]), line);
            }
          });
    }
    byConversionDate.forEach((day, sums) -> {
      world.overlay(day.entity(), day.date(), Measure.CONVERSIONS_BY_DATE, sums[0]);
      world.overlay(day.entity(), day.date(), Measure.CONVERSION_VALUE_BY_DATE, sums[1]);
    });
  }

  void readChanges() {
    Path file = folder.resolve("changes.csv");
    if (Files.exists(file)) {
      new CsvFile(file, List.of("account_id", "entity_id", "at", "field", "value"), List.of())
          .read(line -> {
            Entity entity = FigureFiles.entityOf(world, line);
            Instant at = world.start().at().plusSeconds(60 * line.minutes("at"));
            world.add(entity, change(entity, at, line));
          });
    }
  }

  private static Change change(Entity entity, Instant at, Cells line) {
    return switch (line.required("field")) {
      case "name" -> new Change(at, Change.Field.NAME, line.required("value"), null);
      case "status" ->
          new Change(
              at,
              Change.Field.STATUS,
              EntitiesFile.status(entity.account().platform(), line, "value"),
              null);
      case "daily_budget" -> {
        String value = Objects.requireNonNullElse(line.cell("value"), "");
        yield new Change(at, Change.Field.DAILY_BUDGET, value, line.money("value"));
      }
      default ->
          throw line.refuse(
              "field", line.quoted("field") + " is none of name, status, daily_budget");
    };
  }

  private static boolean byConversionDate(Cells line) {
    return switch (line.required("by")) {
      case "click", "click_date", "click date" -> false;
      case "conversion", "conversion_date", "conversion date" -> true;
      default -> throw line.refuse("by", line.quoted("by") + " is neither click nor conversion");
    };
  }

  private static void add(long[] sums, Cells line) {
    List<String> columns = new ArrayList<>(List.of("count", "value"));
    for (int i = 0; i < sums.length; i++) {
      Long value = line.millionths(columns.get(i));
      sums[i] += value == null ? 0 : value;
    }
  }
}
