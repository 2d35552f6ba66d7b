package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.HourlyReport;
import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.Measures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills the slots before a date's first reading from the platform's hourly report. */
@ApplicationScoped
class FillHours {

  private final HourStore hours;
  private final SlotStore slots;

  FillHours(HourStore hours, SlotStore slots) {
    this.hours = hours;
    this.slots = slots;
  }

  /** Says the slots of every entity of the closed hourly slices. */
  Uni<Void> fill(SqlConnection connection, List<Manifest> closed, Said said) {
    return hours
        .ofSlices(connection, closed)
        .chain(bySlice ->
            slots
                .first(connection, keys(closed, bySlice))
                .invoke(first -> say(closed, bySlice, first, said)))
        .replaceWithVoid();
  }

  private static List<FigureKey> keys(
      List<Manifest> closed, Map<Integer, Map<UUID, Map<Integer, Measures>>> bySlice) {
    List<FigureKey> keys = new ArrayList<>();
    bySlice.forEach((place, byEntity) -> {
      Manifest manifest = closed.get(place);
      byEntity
          .keySet()
          .forEach(entity ->
              keys.add(new FigureKey(manifest.workspace(), entity, manifest.day().date())));
    });
    return keys;
  }

  private static void say(
      List<Manifest> closed,
      Map<Integer, Map<UUID, Map<Integer, Measures>>> bySlice,
      Map<FigureKey, Instant> first,
      Said said) {
    bySlice.forEach((place, byEntity) -> {
      Manifest manifest = closed.get(place);
      byEntity.forEach((entity, byHour) -> {
        FigureKey key = new FigureKey(manifest.workspace(), entity, manifest.day().date());
        new HourlyReport(manifest.day(), byHour, manifest.observedAt())
            .slotsBefore(first.get(key))
            .forEach(filled -> said.hourSlot(slot(manifest, entity, filled)));
      });
    });
  }

  private static Slot slot(Manifest manifest, UUID entity, HourlyReport.Filled filled) {
    return new Slot(
        manifest.workspace(),
        manifest.account(),
        manifest.platform(),
        Level.of(manifest.level()).orElseThrow(),
        entity,
        manifest.day(),
        filled.slot(),
        manifest.observedAt(),
        manifest.version(),
        manifest.currency(),
        filled.total(),
        manifest.trace());
  }
}
