package io.adfleet.sandbox.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code days.csv} and {@code restatements.csv}: what the platform says, and says later. */
final class FigureFiles {

  private static final List<String> KEY = List.of("account_id", "entity_id", "date");

  private record Seen(String entityId, LocalDate date, @Nullable Integer hour) {}

  private final World world;
  private final Path folder;

  FigureFiles(World world, Path folder) {
    this.world = world;
    this.folder = folder;
  }

  void readDays() {
    Set<Seen> seen = new HashSet<>();
    new CsvFile(folder.resolve("days.csv"), KEY, figureColumns())
        .read(line -> {
          Entity entity = entityOf(world, line);
          LocalDate date = dateOf(world, entity, line);
          Integer hour = line.hour("hour");
          if (!seen.add(new Seen(entity.id(), date, hour)) && !mayRepeat(entity, date, hour)) {
            throw line.refuse(
                hour == null ? "date" : "hour",
                "a second row of " + entity.id() + " for " + date + hourText(hour));
          }
          world.add(entity, date, new Row(hour, line.figures(entity.account().platform())));
        });
  }

  void readRestatements() {
    Path file = folder.resolve("restatements.csv");
    if (Files.exists(file)) {
      List<String> needed = new ArrayList<>(KEY);
      needed.add("known_after");
      new CsvFile(file, needed, figureColumns())
          .read(line -> {
            Entity entity = entityOf(world, line);
            world.add(
                new Restatement(
                    entity.id(),
                    dateOf(world, entity, line),
                    line.hour("hour"),
                    line.figures(entity.account().platform()),
                    world.start().at().plusSeconds(60 * line.minutes("known_after"))));
          });
      world.sortRestatements();
    }
  }

  private static boolean mayRepeat(Entity entity, LocalDate date, @Nullable Integer hour) {
    return hour != null && LocalDay.of(entity.account().zone(), date).repeats(hour);
  }

  private static String hourText(@Nullable Integer hour) {
    return hour == null ? "" : ", hour " + hour;
  }

  static List<String> figureColumns() {
    List<String> columns = new ArrayList<>(List.of("hour"));
    Arrays.stream(Measure.values())
        .filter(Measure::inDays)
        .forEach(measure -> columns.add(measure.column()));
    return columns;
  }

  static Entity entityOf(World world, Cells line) {
    Account account = EntitiesFile.accountOf(world, line);
    Entity entity = world.entity(line.required("entity_id"));
    if (entity == null) {
      throw line.refuse(
          "entity_id", line.quoted("entity_id") + " is not an entity of entities.csv");
    }
    if (!entity.account().id().equals(account.id())) {
      throw line.refuse(
          "entity_id", line.quoted("entity_id") + " belongs to account " + entity.account().id());
    }
    return entity;
  }

  static LocalDate dateOf(World world, Entity entity, Cells line) {
    line.required("date");
    LocalDate today = world.start().today().get(entity.account().id());
    return Objects.requireNonNull(line.date("date", Objects.requireNonNull(today)));
  }
}
