package io.adfleet.dashboard;

import static io.restassured.RestAssured.given;

import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Intraday;
import io.adfleet.contracts.Micros;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.Tokens;
import io.adfleet.testing.TopicProbe;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** What the rest of the fleet says about one workspace, and how the service answers. */
public final class Fleet {

  private static final Map<Topic, String> READ =
      Map.of(
          Topic.TENANCY, "dashboard-query-tenancy",
          Topic.ACCOUNTS, "dashboard-query-accounts",
          Topic.ENTITIES, "dashboard-query-entities",
          Topic.DAILY, "dashboard-query-daily",
          Topic.INTRADAY, "dashboard-query-intraday",
          Topic.COVERAGE, "dashboard-query-coverage");

  public final UUID workspace = UUID.randomUUID();
  private final List<Object> daily = new ArrayList<>();
  private final List<Supplier<Coverage>> coverage = new ArrayList<>();
  private final Map<String, Daily> held = new HashMap<>();
  private final List<Object> intraday = new ArrayList<>();
  private final List<Object> entities = new ArrayList<>();

  public Fleet(String currency, String zone) {
    TopicProbe.send(
        Topic.TENANCY,
        new Tenancy(
            workspace,
            Tenancy.WORKSPACE,
            workspace.toString(),
            "Demo",
            currency,
            zone,
            null,
            false,
            1));
  }

  /** An account as it is connected. */
  public final class Account {
    public final UUID id;
    final String platform;
    final String externalId;
    final String currency;
    final String zone;

    Account(String platform, String externalId, String currency, String zone) {
      this.id = Ids.accountId(workspace, platform, externalId);
      this.platform = platform;
      this.externalId = externalId;
      this.currency = currency;
      this.zone = zone;
    }

    public Account state(String state, String connectionState, String historyFrom, long version) {
      return state(state, connectionState, historyFrom, false, version);
    }

    public Account removed(long version) {
      return state("active", "active", "2026-08-24", true, version);
    }

    private Account state(
        String state, String connectionState, String historyFrom, boolean removed, long version) {
      TopicProbe.send(
          Topic.ACCOUNTS,
          new AccountState(
              workspace,
              id,
              UUID.randomUUID(),
              platform,
              externalId,
              "Account " + externalId,
              currency,
              zone,
              null,
              state,
              connectionState,
              null,
              LocalDate.parse(historyFrom),
              removed,
              Instant.parse("2026-11-01T00:00:00Z"),
              version));
      return this;
    }

    public UUID entity(String kind, String external) {
      return Ids.entityId(workspace, platform, externalId, kind, external);
    }

    public UUID named(
        String kind, String external, UUID parent, String name, String status, String channel) {
      UUID id = entity(kind, external);
      entities.add(
          new Entity(
              workspace,
              this.id,
              platform,
              id,
              external,
              kind,
              parent,
              name,
              status,
              status.toUpperCase(java.util.Locale.ROOT),
              channel,
              currency,
              null,
              null,
              null,
              null,
              Instant.parse("2026-11-22T09:00:00Z"),
              1));
      return id;
    }

    public Account day(String campaign, String date, long version, Figures figures) {
      return day("campaign", campaign, date, version, figures);
    }

    public Account day(String level, String external, String date, long version, Figures f) {
      Daily day =
          new Daily(
              workspace,
              id,
              platform,
              level,
              entity(level, external),
              external,
              LocalDate.parse(date),
              Instant.parse("2026-11-22T09:45:00Z"),
              version,
              currency,
              false,
              f.spend(),
              f.impressions(),
              f.clicks(),
              f.conversions(),
              f.conversionValue(),
              null,
              null);
      daily.add(day);
      held.merge(day.entityId() + date, day, (a, b) -> b.version() >= a.version() ? b : a);
      return this;
    }

    public Account closed(String date, String observedAt, Figures total) {
      return closed(Slice.PERFORMANCE, "campaign", date, 1, observedAt, total);
    }

    /** A slice that closed over the rows said of it so far. */
    public Account closed(
        String report, String level, String date, long version, String observedAt, Figures total) {
      coverage.add(
          () -> coverage(report, level, date, version, observedAt, heldOn(date, level), total));
      return this;
    }

    /** A slice of campaigns that closed over rows which may be said later. */
    public Account closedOver(Figures sums, String date, long version, String observedAt) {
      coverage.add(
          () -> coverage(Slice.PERFORMANCE, "campaign", date, version, observedAt, sums, sums));
      return this;
    }

    private Figures heldOn(String date, String level) {
      return held.values().stream()
          .filter(day ->
              day.accountId().equals(id)
                  && day.level().equals(level)
                  && day.date().toString().equals(date))
          .map(Daily::figures)
          .reduce(Figures.ZERO, Figures::plus);
    }

    private Coverage coverage(
        String report,
        String level,
        String date,
        long version,
        String observedAt,
        Figures sums,
        Figures total) {
      Instant observed = Instant.parse(observedAt);
      return new Coverage(
          workspace,
          id,
          platform,
          report,
          level,
          LocalDate.parse(date),
          new Coverage.Closed(version, observed, observed.plusSeconds(70), 1, sums, total),
          null);
    }

    public Account slot(String campaign, String date, String slot, String source, Figures f) {
      intraday.add(
          new Intraday(
              workspace,
              id,
              platform,
              "campaign",
              entity("campaign", campaign),
              LocalDate.parse(date),
              Instant.parse(slot),
              Instant.parse(slot),
              1,
              zone,
              currency,
              source,
              f.spend(),
              f.impressions(),
              f.clicks(),
              f.conversions(),
              f.conversionValue()));
      return this;
    }
  }

  public Account account(String platform, String externalId, String currency, String zone) {
    return new Account(platform, externalId, currency, zone)
        .state("active", "active", "2026-08-24", 1);
  }

  /** Says everything gathered so far and waits until the service has read it. */
  public Fleet say() {
    TopicProbe.send(Topic.ENTITIES, List.copyOf(entities), null);
    TopicProbe.send(Topic.DAILY, List.copyOf(daily), null);
    TopicProbe.send(Topic.INTRADAY, List.copyOf(intraday), null);
    TopicProbe.send(Topic.COVERAGE, coverage.stream().map(Supplier::get).toList(), null);
    entities.clear();
    daily.clear();
    intraday.clear();
    coverage.clear();
    READ.forEach(TopicProbe::awaitRead);
    return this;
  }

  public static Figures figures(
      String spend, long impressions, long clicks, String conversions, String value) {
    return new Figures(
        Micros.ofDecimalText(spend),
        impressions,
        clicks,
        Micros.ofDecimalText(conversions),
        Micros.ofDecimalText(value));
  }

  public static Figures spending(String spend) {
    return figures(spend, 0, 0, "0", "0");
  }

  public RequestSpecification signedIn() {
    return given()
        .auth()
        .oauth2(Tokens.internal("dashboard-query", UUID.randomUUID(), workspace, Role.VIEWER));
  }

  public Response get(String path) {
    return signedIn().get("/api/workspaces/" + workspace + path);
  }

  /** Asks until the answer is as wanted; what was said arrives a moment later. */
  public JsonPath await(String path, Predicate<JsonPath> wanted) {
    JsonPath[] last = new JsonPath[1];
    Awaitility.await()
        .untilAsserted(() -> {
          Response response = get(path);
          last[0] = response.jsonPath();
          if (response.statusCode() != 200 || !wanted.test(last[0])) {
            throw new AssertionError(
                "not yet: " + response.statusCode() + " " + response.asString());
          }
        });
    return last[0];
  }
}
