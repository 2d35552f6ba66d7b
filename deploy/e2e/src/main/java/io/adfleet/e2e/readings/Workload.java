package io.adfleet.e2e.readings;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Platform;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Readings of many workspaces in turn: reading {@code i} is of workspace {@code i mod n}, so that
 * every poll holds all of them. Their dates had ended when they were read.
 */
final class Workload {

  /** Which figure a reading is of. */
  record Key(UUID workspace, UUID entity, LocalDate date) {}

  /**
   * One time everything is read.
   *
   * @param version newer than that of the pass before
   * @param figures readings of another number say other figures
   */
  record Pass(String name, long version, int figures) {}

  static final int WORKSPACES = 200;

  private static final int ENTITIES = 250;
  private static final String ZONE = "Europe/Berlin";

  private final int rows;
  private final UUID[] workspaces = new UUID[WORKSPACES];
  private final UUID[] accounts = new UUID[WORKSPACES];
  private final UUID[][] entities = new UUID[WORKSPACES][ENTITIES];
  private final Instant readAt;
  private final LocalDate newest;

  Workload(int rows, Instant now) {
    this.rows = rows;
    this.readAt = now;
    this.newest = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
    for (int w = 0; w < WORKSPACES; w++) {
      workspaces[w] = Ids.next();
      accounts[w] = Ids.accountId(workspaces[w], Platform.GOOGLE, "1");
      for (int e = 0; e < ENTITIES; e++) {
        entities[w][e] =
            Ids.entityId(workspaces[w], Platform.GOOGLE, "1", Level.CAMPAIGN, Integer.toString(e));
      }
    }
  }

  int rows() {
    return rows;
  }

  UUID workspace(int row) {
    return workspaces[row % WORKSPACES];
  }

  /** What must stay in order. */
  String order(int row) {
    return workspace(row) + "|" + accounts[row % WORKSPACES];
  }

  Key key(int row) {
    return new Key(workspace(row), entities[row % WORKSPACES][entity(row)], date(row));
  }

  Reading reading(int row, Pass pass) {
    Key key = key(row);
    long figure = 1L + (row * 31L + pass.figures() * 17L) % 10_000;
    return new Reading(
        key.workspace(),
        accounts[row % WORKSPACES],
        Platform.GOOGLE,
        Slice.PERFORMANCE,
        Level.CAMPAIGN,
        key.entity(),
        Integer.toString(entity(row)),
        key.date(),
        null,
        readAt.plusSeconds(pass.version()),
        pass.version(),
        ZONE,
        "EUR",
        figure * 10_000,
        figure * 40,
        figure,
        figure * 50_000,
        figure * 130_000,
        figure * 50_000,
        figure * 130_000);
  }

  private int entity(int row) {
    return row / WORKSPACES % ENTITIES;
  }

  private LocalDate date(int row) {
    return newest.minusDays(row / WORKSPACES / ENTITIES);
  }
}
