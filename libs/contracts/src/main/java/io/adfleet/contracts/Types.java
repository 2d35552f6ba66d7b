package io.adfleet.contracts;

import java.util.Map;

/** The CloudEvents type of each record; header {@code ce_type}. */
public final class Types {

  public static final String READING = "io.adfleet.reading.v1";
  public static final String SLICE_CLOSED = "io.adfleet.slice-closed.v1";
  public static final String DAILY = "io.adfleet.daily.v1";
  public static final String INTRADAY = "io.adfleet.intraday.v1";
  public static final String COVERAGE = "io.adfleet.coverage.v1";
  public static final String ENTITY = "io.adfleet.entity.v1";
  public static final String ACCOUNT_STATE = "io.adfleet.account-state.v1";
  public static final String SYNC_REQUESTED = "io.adfleet.sync-requested.v1";
  public static final String SYNC_PROGRESS = "io.adfleet.sync-progress.v1";
  public static final String TENANCY = "io.adfleet.tenancy.v1";
  public static final String FLEET_CHANGED = "io.adfleet.fleet-changed.v1";
  public static final String HEARTBEAT = "io.adfleet.heartbeat.v1";

  private static final Map<Class<?>, String> BY_RECORD =
      Map.ofEntries(
          Map.entry(Reading.class, READING),
          Map.entry(SliceClosed.class, SLICE_CLOSED),
          Map.entry(Daily.class, DAILY),
          Map.entry(Intraday.class, INTRADAY),
          Map.entry(Coverage.class, COVERAGE),
          Map.entry(Entity.class, ENTITY),
          Map.entry(AccountState.class, ACCOUNT_STATE),
          Map.entry(SyncRequested.class, SYNC_REQUESTED),
          Map.entry(SyncProgress.class, SYNC_PROGRESS),
          Map.entry(Tenancy.class, TENANCY),
          Map.entry(FleetChanged.class, FLEET_CHANGED),
          Map.entry(Heartbeat.class, HEARTBEAT));

  private Types() {}

  /** The type of a record. */
  public static String of(Object record) {
    String type = BY_RECORD.get(record.getClass());
    if (type == null) {
      throw new IllegalArgumentException("not a contract record: " + record.getClass());
    }
    return type;
  }

  /** Every record with its type. */
  public static Map<Class<?>, String> all() {
    return BY_RECORD;
  }

  /** The versioned address of a type's JSON Schema; header {@code ce_dataschema}. */
  public static String schemaOf(String type) {
    return "https://adfleet.io/schemas/" + type + ".json";
  }
}
