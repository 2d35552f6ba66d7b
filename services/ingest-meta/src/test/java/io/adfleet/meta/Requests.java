package io.adfleet.meta;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncRequested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Requests that read aloud: {@code aRequest().of("835786134839794").wanting(…)}. */
final class Requests {

  private final UUID workspace = UUID.randomUUID();
  private UUID connection = UUID.randomUUID();
  private String kind = SyncRequested.LIVE;
  private String externalId = OutsideWorld.SHOP;
  private final List<SyncRequested.Wanted> wanted = new ArrayList<>();

  private Requests() {}

  static Requests aRequest() {
    return new Requests();
  }

  Requests through(UUID connection) {
    this.connection = connection;
    return this;
  }

  Requests of(String externalId) {
    this.externalId = externalId;
    return this;
  }

  Requests kind(String kind) {
    this.kind = kind;
    return this;
  }

  Requests wanting(String report, String level, LocalDate from, LocalDate to) {
    wanted.add(new SyncRequested.Wanted(report, level, from, to));
    return this;
  }

  Requests wanting(String report, String level, LocalDate date) {
    return wanting(report, level, date, date);
  }

  SyncRequested said() {
    return new SyncRequested(
        workspace,
        Ids.accountId(workspace, "meta", externalId),
        connection,
        Ids.next(),
        kind,
        externalId,
        externalId.equals(OutsideWorld.BUSY) ? "JPY" : "USD",
        "Europe/Berlin",
        null,
        List.copyOf(wanted),
        Instant.parse("2026-11-25T10:00:00Z"));
  }
}
