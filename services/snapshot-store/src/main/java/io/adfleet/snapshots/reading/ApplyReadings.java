package io.adfleet.snapshots.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies the readings of a poll: the newest of each key under the version guard. */
@ApplicationScoped
class ApplyReadings {

  private final FigureStore figures;
  private final CoverageStore coverage;
  private final KeepSlots slots;
  private final ActionStore actions;

  ApplyReadings(FigureStore figures, CoverageStore coverage, KeepSlots slots, ActionStore actions) {
    this.figures = figures;
    this.coverage = coverage;
    this.slots = slots;
    this.actions = actions;
  }

  /** Applies them inside the poll's transaction and adds what then stands. */
  Uni<Void> apply(
      SqlConnection connection, List<Course> courses, Set<SliceKey> endedSlices, Said said) {
    if (courses.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.combine()
        .all()
        .unis(coverage.standing(connection, endedSlices), figures.apply(connection, courses))
        .asTuple()
        .chain(both ->
            refused(connection, courses, both.getItem2())
                .chain(standing ->
                    keep(
                        connection,
                        courses,
                        new Known(both.getItem1(), both.getItem2(), standing),
                        said)));
  }

  /** What is known of the keys and slices once the statement ran. */
  private record Known(
      Map<SliceKey, Coverage> coverage,
      Map<FigureKey, @Nullable Held> before,
      Map<FigureKey, FigureStore.Standing> refused) {}

  private Uni<Map<FigureKey, FigureStore.Standing>> refused(
      SqlConnection connection, List<Course> courses, Map<FigureKey, @Nullable Held> before) {
    if (before.size() == courses.size()) {
      return Uni.createFrom().item(Map.of());
    }
    List<FigureKey> keys =
        courses.stream().map(c -> c.newest().key()).filter(k -> !before.containsKey(k)).toList();
    return figures
        .standing(connection, keys)
        .map(standing -> {
          Map<FigureKey, FigureStore.Standing> byKey = HashMap.newHashMap(standing.size());
          standing.forEach(s -> byKey.put(s.figure().key(), s));
          return byKey;
        });
  }

  private Uni<Void> keep(SqlConnection connection, List<Course> courses, Known known, Said said) {
    List<Restatement> ended = new ArrayList<>();
    List<Slot> made = new ArrayList<>();
    List<Slot> looked = new ArrayList<>();
    List<Reading> standing = new ArrayList<>(courses.size());
    for (Course course : courses) {
      Reading newest = course.newest();
      FigureStore.Standing refused = known.refused().get(newest.key());
      Held before = refused == null ? known.before().get(newest.key()) : refused.held();
      Coverage covered = known.coverage().get(newest.slice());
      said.count(course.outcome(before));
      if (refused != null) {
        said.figure(refused.figure(), newest.trace());
      } else {
        standing.add(newest);
        if (course.isSaid(before)) {
          said.figure(newest.figure(), newest.trace());
        }
      }
      ended.addAll(course.restatements(before, covered == null ? null : covered.settledAt()));
      Course.Slots of = course.slots(before, covered != null && covered.readOpen());
      made.addAll(of.made());
      looked.addAll(of.looked());
    }
    return Uni.combine()
        .all()
        .unis(
            figures.keep(connection, ended),
            actions.keep(connection, standing),
            slots.keep(connection, made, looked, said))
        .discardItems();
  }
}
