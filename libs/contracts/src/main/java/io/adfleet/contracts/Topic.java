package io.adfleet.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every topic of the fleet, once. The area in its name owns the contract; the key says which record
 * replaces which, the order which records must stay in sequence: records of the same order share a
 * partition. Documentation, local broker and charts are rendered from this list.
 */
public enum Topic {
  TENANCY(
      "gateway.tenancy",
      "auth-gateway",
      "workspace|kind|id",
      "workspace",
      Clean.latest(),
      "dashboard-query, attribution",
      true,
      Types.TENANCY),
  ACCOUNTS(
      "connections.accounts",
      "connections",
      "workspace|account",
      "account",
      Clean.latest(),
      "dashboard-query, attribution",
      true,
      Types.ACCOUNT_STATE),
  SYNC_REQUESTED_GOOGLE(
      "connections.sync-requested-google",
      "connections",
      "workspace|account",
      "account",
      Clean.days(2),
      "ingest-google",
      true,
      Types.SYNC_REQUESTED),
  SYNC_REQUESTED_META(
      "connections.sync-requested-meta",
      "connections",
      "workspace|account",
      "account",
      Clean.days(2),
      "ingest-meta",
      true,
      Types.SYNC_REQUESTED),
  CHANGE_REQUESTED_GOOGLE(
      "connections.change-requested-google",
      "connections",
      "workspace|account|campaign",
      "account",
      Clean.days(7),
      "ingest-google",
      false),
  CHANGE_REQUESTED_META(
      "connections.change-requested-meta",
      "connections",
      "workspace|account|campaign",
      "account",
      Clean.days(7),
      "ingest-meta",
      false),
  ENTITIES(
      "ingest.entities",
      "ingest-*",
      "workspace|account|entity",
      "account",
      Clean.latest(),
      "dashboard-query, attribution",
      true,
      Types.ENTITY),
  READINGS(
      "ingest.readings",
      "ingest-*",
      "workspace|account|report|level|date",
      "account",
      Clean.days(7),
      "snapshot-store",
      true,
      Types.READING,
      Types.SLICE_CLOSED),
  READINGS_BACKFILL(
      "ingest.readings-backfill",
      "ingest-*",
      "workspace|account|report|level|date",
      "account",
      Clean.days(7),
      "snapshot-store",
      true,
      Types.READING,
      Types.SLICE_CLOSED),
  CLICKS(
      "ingest.clicks",
      "ingest-google",
      "workspace|account|gclid",
      "account",
      Clean.days(90),
      "attribution",
      false),
  SYNC_PROGRESS(
      "ingest.sync-progress",
      "ingest-*",
      "workspace|account|job",
      "account",
      Clean.days(7),
      "connections",
      true,
      Types.SYNC_PROGRESS),
  CHANGE_OUTCOME(
      "ingest.change-outcome",
      "ingest-*",
      "workspace|account|change",
      "account",
      Clean.days(7),
      "connections",
      false),
  DAILY(
      "snapshots.daily",
      "snapshot-store",
      "workspace|account|entity|date",
      "account",
      Clean.latestFor(Duration.ofDays(400)),
      "dashboard-query, other teams",
      true,
      Types.DAILY),
  INTRADAY(
      "snapshots.intraday",
      "snapshot-store",
      "workspace|account|entity|date|slot",
      "account",
      Clean.days(4),
      "dashboard-query, other teams",
      true,
      Types.INTRADAY),
  COVERAGE(
      "snapshots.coverage",
      "snapshot-store",
      "workspace|account|report|level|date",
      "account",
      Clean.latest(),
      "ingest-*, dashboard-query, other teams",
      true,
      Types.COVERAGE),
  ORDERS(
      "attribution.orders",
      "attribution",
      "workspace|order",
      "workspace",
      Clean.latest(),
      "dashboard-query, other teams",
      false),
  CREDITS(
      "attribution.credits",
      "attribution",
      "workspace|order|model",
      "workspace",
      Clean.latest(),
      "dashboard-query, other teams",
      false),
  JOURNEYS(
      "attribution.journeys",
      "attribution",
      "workspace|visitor",
      "workspace",
      Clean.latest(),
      "dashboard-query, other teams",
      false),
  ALERTS(
      "copilot.alerts",
      "copilot",
      "workspace|id",
      "workspace",
      Clean.days(30),
      "other teams",
      false),
  INSIGHTS(
      "copilot.insights",
      "copilot",
      "workspace|id",
      "workspace",
      Clean.days(30),
      "other teams",
      false),
  FLEET_CHANGED(
      "fleet.changed",
      "the owner, after its own state is committed",
      "workspace|kind",
      "workspace",
      Clean.hours(1),
      "every auth-gateway replica",
      true,
      Types.FLEET_CHANGED),
  HEARTBEAT(
      "fleet.heartbeat",
      "all",
      "instance",
      "instance",
      Clean.hours(1),
      "connections",
      true,
      Types.HEARTBEAT),
  ERASED(
      "fleet.erased",
      "all",
      "workspace|service",
      "workspace",
      Clean.days(30),
      "auth-gateway",
      false);

  /** What the broker forgets. */
  public record Clean(boolean compact, java.util.Optional<Duration> retention) {
    static Clean latest() {
      return new Clean(true, java.util.Optional.empty());
    }

    static Clean latestFor(Duration retention) {
      return new Clean(true, java.util.Optional.of(retention));
    }

    static Clean days(int days) {
      return new Clean(false, java.util.Optional.of(Duration.ofDays(days)));
    }

    static Clean hours(int hours) {
      return new Clean(false, java.util.Optional.of(Duration.ofHours(hours)));
    }

    /** In words, for the documentation. */
    public String words() {
      String kept =
          retention.map(r -> r.toHours() < 24 ? r.toHours() + " h" : r.toDays() + " d").orElse("");
      return compact ? (kept.isEmpty() ? "compact" : "compact, " + kept) : kept;
    }
  }

  private static final int PARTITIONS = 4;

  private final String noun;
  private final String owner;
  private final String key;
  private final String order;
  private final Clean clean;
  private final String heardBy;
  private final boolean used;
  private final List<String> types;

  Topic(
      String noun,
      String owner,
      String key,
      String order,
      Clean clean,
      String heardBy,
      boolean used,
      String... types) {
    this.noun = noun;
    this.owner = owner;
    this.key = key;
    this.order = order;
    this.clean = clean;
    this.heardBy = heardBy;
    this.used = used;
    this.types = List.of(types);
  }

  /** The name on the broker, without any prefix. */
  public String topicName() {
    return "adfleet." + noun + ".v1";
  }

  /** Where records go that this topic's consumers could not handle. */
  public String deadLetterName() {
    return topicName() + ".dlq";
  }

  /** The sync-requests of a platform. */
  public static Topic syncRequested(String platform) {
    return switch (platform) {
      case Platform.GOOGLE -> SYNC_REQUESTED_GOOGLE;
      case Platform.META -> SYNC_REQUESTED_META;
      default -> throw new IllegalArgumentException("no such platform: " + platform);
    };
  }

  public String owner() {
    return owner;
  }

  /** The fields of the key, joined by {@code |}. */
  public String keyFields() {
    return key;
  }

  /** What stays in order: a partition holds all records of one of these. */
  public String orderField() {
    return order;
  }

  public Clean clean() {
    return clean;
  }

  public String heardBy() {
    return heardBy;
  }

  /** Whether a service of this release says it; only such topics are created. */
  public boolean used() {
    return used;
  }

  /** The types of records on it. */
  public List<String> types() {
    return types;
  }

  public int partitions() {
    return this == HEARTBEAT ? 1 : PARTITIONS;
  }

  /** The broker's settings for it. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put("compression.type", "producer");
    config.put(
        "cleanup.policy",
        clean.compact()
            ? (clean.retention().isPresent() ? "compact,delete" : "compact")
            : "delete");
    clean.retention().ifPresent(r -> config.put("retention.ms", Long.toString(r.toMillis())));
    return config;
  }

  /** Joins the parts of a key. */
  public String keyOf(Object... parts) {
    if (parts.length != key.split("\\|").length) {
      throw new IllegalArgumentException(topicName() + " is keyed by " + key);
    }
    StringBuilder joined = new StringBuilder();
    for (Object part : parts) {
      if (!joined.isEmpty()) {
        joined.append('|');
      }
      joined.append(part);
    }
    return joined.toString();
  }
}
