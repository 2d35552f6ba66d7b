package io.adfleet.snapshots.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes slices whose manifests say what is held, and zeroes what they no longer say. */
@ApplicationScoped
class CloseSlices {

  private final ManifestStore manifests;
  private final CoverageStore coverage;
  private final FigureStore figures;
  private final KeepSlots slots;
  private final FillHours hours;
  private final ActionStore actions;

  CloseSlices(
      ManifestStore manifests,
      CoverageStore coverage,
      FigureStore figures,
      KeepSlots slots,
      FillHours hours,
      ActionStore actions) {
    this.manifests = manifests;
    this.coverage = coverage;
    this.figures = figures;
    this.slots = slots;
    this.hours = hours;
    this.actions = actions;
  }

  /** Closes one round, in which each slice has one manifest, and adds what then stands. */
  Uni<Void> close(SqlConnection connection, List<Manifest> round, Instant now, Said said) {
    List<Manifest> ofFigures = of(round, SliceKey.PERFORMANCE);
    List<Manifest> ofHours = of(round, SliceKey.HOURS);
    List<Manifest> ofOthers = new ArrayList<>(round);
    ofOthers.removeAll(ofFigures);
    ofOthers.removeAll(ofHours);
    return Uni.combine()
        .all()
        .unis(
            manifests.figures(connection, ofFigures).map(held -> judged(ofFigures, held)),
            manifests.hours(connection, ofHours).map(held -> judged(ofHours, held)),
            manifests.others(connection, ofOthers).map(held -> judged(ofOthers, held)))
        .asTuple()
        .chain(judged ->
            Uni.combine()
                .all()
                .unis(
                    settle(connection, judged.getItem1(), now, said),
                    settle(connection, judged.getItem2(), now, said),
                    settle(connection, judged.getItem3(), now, said),
                    zeroFigures(connection, judged.getItem1(), said),
                    zeroHours(connection, judged.getItem2(), said))
                .discardItems());
  }

  /** A manifest, what becomes of it, and how many rows it would zero. */
  private record Judged(Manifest manifest, Manifest.Verdict verdict, int older) {}

  private static List<Manifest> of(List<Manifest> round, String report) {
    return round.stream().filter(m -> m.report().equals(report)).toList();
  }

  private static List<Judged> judged(List<Manifest> round, List<ManifestStore.Looked> held) {
    List<Judged> judged = new ArrayList<>(round.size());
    for (int i = 0; i < round.size(); i++) {
      judged.add(
          new Judged(
              round.get(i), round.get(i).against(held.get(i).holding()), held.get(i).older()));
    }
    return judged;
  }

  private Uni<Void> settle(SqlConnection connection, List<Judged> judged, Instant now, Said said) {
    List<Manifest> closing = new ArrayList<>();
    List<CoverageStore.Refusal> refused = new ArrayList<>();
    for (Judged one : judged) {
      said.closing(one.manifest(), one.verdict());
      switch (one.verdict()) {
        case Manifest.Verdict.Closes() -> closing.add(one.manifest());
        case Manifest.Verdict.Refused(String reason) ->
            refused.add(new CoverageStore.Refusal(one.manifest(), reason));
        case Manifest.Verdict.Late() -> {}
      }
    }
    return Uni.combine()
        .all()
        .unis(coverage.close(connection, closing, now), coverage.refuse(connection, refused, now))
        .discardItems();
  }

  private Uni<Void> zeroFigures(SqlConnection connection, List<Judged> judged, Said said) {
    return Uni.combine()
        .all()
        .unis(
            manifests.absent(connection, having(judged, Manifest.Verdict.Late.class, 0)),
            manifests.zeroFigures(connection, having(judged, Manifest.Verdict.Closes.class, 1)))
        .asTuple()
        .chain(both -> {
          both.getItem1().forEach(figure -> said.figure(figure, null));
          return zeroed(connection, both.getItem2(), said);
        });
  }

  /** The zeroed rows are said always; the same change of an earlier delivery may be lost. */
  private Uni<Void> zeroed(SqlConnection connection, List<ManifestStore.Zeroed> zeroed, Said said) {
    List<Restatement> ended = new ArrayList<>();
    List<Slot> made = new ArrayList<>();
    List<Slot> looked = new ArrayList<>();
    for (ManifestStore.Zeroed row : zeroed) {
      Zeroing zeroing = new Zeroing(row.reading(), row.before());
      said.figure(zeroing.figure(), row.manifest().trace());
      ended.addAll(zeroing.restatements());
      made.addAll(zeroing.slots().made());
      looked.addAll(zeroing.slots().looked());
    }
    return Uni.combine()
        .all()
        .unis(
            figures.keep(connection, ended),
            actions.forget(connection, zeroed.stream().map(row -> row.reading().key()).toList()),
            slots.keep(connection, made, looked, said))
        .discardItems();
  }

  private Uni<Void> zeroHours(SqlConnection connection, List<Judged> judged, Said said) {
    List<Manifest> closing = having(judged, Manifest.Verdict.Closes.class, 0);
    return manifests
        .zeroHours(connection, having(judged, Manifest.Verdict.Closes.class, 1))
        .chain(() -> hours.fill(connection, closing, said));
  }

  private static List<Manifest> having(
      List<Judged> judged, Class<? extends Manifest.Verdict> verdict, int older) {
    return judged.stream()
        .filter(j -> verdict.isInstance(j.verdict()) && j.older() >= older)
        .map(Judged::manifest)
        .toList();
  }
}
