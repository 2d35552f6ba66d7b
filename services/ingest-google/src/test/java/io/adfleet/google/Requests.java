package io.adfleet.google;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncRequested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Requests that read aloud: {@code aRequest().of("3522798642").live().wanting(…)}. */
public final class Requests {

  private UUID workspace = UUID.randomUUID();
  private UUID connection = UUID.randomUUID();
  private UUID job = Ids.next();
  private String kind = SyncRequested.LIVE;
  private String externalId =
      Long.toString(1_000_000_000L + Math.abs(UUID.randomUUID().hashCode()));
  private String zone = "America/Los_Angeles";
  private String loginCustomerId;
  private final List<SyncRequested.Wanted> wanted = new ArrayList<>();

  private Requests() {}

  public static Requests aRequest() {
    return new Requests();
  }

  public Requests in(UUID workspace) {
    this.workspace = workspace;
    return this;
  }

  public Requests through(UUID connection) {
    this.connection = connection;
    return this;
  }

  public Requests of(String externalId) {
    this.externalId = externalId;
    return this;
  }

  public Requests loggedInAs(String loginCustomerId) {
    this.loginCustomerId = loginCustomerId;
    return this;
  }

  public Requests kind(String kind) {
    this.kind = kind;
    return this;
  }

  public Requests wanting(String report, String level, LocalDate from, LocalDate to) {
    wanted.add(new SyncRequested.Wanted(report, level, from, to));
    return this;
  }

  public Requests wanting(String report, String level, LocalDate date) {
    return wanting(report, level, date, date);
  }

  /** The same account again, as another job. */
  public Requests again() {
    Requests again = new Requests();
    again.workspace = workspace;
    again.connection = connection;
    again.externalId = externalId;
    again.zone = zone;
    again.loginCustomerId = loginCustomerId;
    again.wanted.addAll(wanted);
    return again;
  }

  public SyncRequested said() {
    return new SyncRequested(
        workspace,
        Ids.accountId(workspace, "google", externalId),
        connection,
        job,
        kind,
        externalId,
        "USD",
        zone,
        loginCustomerId,
        List.copyOf(wanted),
        Instant.parse("2026-11-25T10:00:00Z"));
  }
}
