package io.adfleet.e2e.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Micros;
import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Machine;
import io.adfleet.e2e.fleet.Pause;
import io.adfleet.e2e.fleet.Percentiles;
import io.adfleet.e2e.fleet.Person;
import io.adfleet.e2e.fleet.Publisher;
import io.adfleet.e2e.fleet.Users;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code make bench}, dashboard: a workspace of its own in the running fleet, left there. */
public final class BoardBench {

  private static final String EMAIL = "bench@adfleet.test";
  private static final String NAME = "Bench";
  private static final String ZONE = "Europe/Berlin";
  private static final int DATES = 90;
  private static final int WARM_UP = 300;
  private static final int CALLS = 200;
  private static final double P99_TARGET = 40;

  /** A busy shop sends 100 events a second, nine million a day. */
  private static final int PIXELS = 10 * 100;

  private static final double PIXELS_TARGET = 2;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Fleet fleet;
  private final PrintStream out;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public BoardBench(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
  }

  /** Takes one to two minutes on two processors. */
  public void run() {
    fleet.needsToRun();
    out.printf(
        "dashboard: %d dates x %,d entities in 8 accounts, %d warm calls; usually 90 s%n",
        DATES, AdAccounts.CAMPAIGNS + AdAccounts.AD_GROUPS + AdAccounts.ADS, CALLS);
    String password = "bench-" + Ids.next();
    new Users(fleet).ensure(EMAIL, password);
    Person person = Person.signIn(fleet, EMAIL, password);
    UUID workspace = workspace(person);
    String token =
        person
            .post(
                "/api/tokens",
                Map.of(
                    "workspace_id",
                    workspace.toString(),
                    "name",
                    "bench",
                    "role",
                    "viewer",
                    "expires_in_days",
                    1))
            .get("token")
            .asText();
    Instant now = Clock.systemUTC().instant();
    LocalDate today = now.atZone(ZoneId.of(ZONE)).toLocalDate();
    LocalDate from = today.minusDays(DATES - 1L);
    String spend = fill(workspace, now, from, today);
    BoardStore.settle(fleet);
    String key =
        person
            .post("/api/workspaces/" + workspace + "/pixel-keys", Map.of("name", "bench " + now))
            .get("key")
            .asText();
    measure(workspace, token, key, from, today, spend);
  }

  private static UUID workspace(Person person) {
    try {
      JsonNode mine = Json.mapper().readTree(person.get("/api/workspaces").body()).path("items");
      if (!mine.isEmpty()) {
        return UUID.fromString(mine.get(0).get("id").asText());
      }
      return UUID.fromString(
          person
              .post("/api/workspaces", Map.of("name", NAME, "currency", "EUR", "zone", ZONE))
              .get("id")
              .asText());
    } catch (IOException e) {
      throw new E2eException("The list of workspaces is no JSON.", e);
    }
  }

  /** Says everything, waits until it is heard, and answers the spend there should be. */
  private String fill(UUID workspace, Instant now, LocalDate from, LocalDate to) {
    AdAccounts accounts = new AdAccounts(workspace, ZONE);
    LocalDate before = from.minusDays(DATES);
    if ("no".equals(System.getenv("FILL"))) {
      out.println("  FILL=no: asks for what an earlier run of today said");
      return spend(accounts, from, to);
    }
    long begun = System.nanoTime();
    try (Publisher publisher = new Publisher(fleet.kafka(), "");
        Consumers consumers = new Consumers(fleet);
        BoardStore store = new BoardStore(fleet, workspace)) {
      FillWorkspace fill = new FillWorkspace(publisher, workspace, accounts, now);
      fill.names(before);
      int days = fill.days(Level.CAMPAIGN, from, to);
      days += fill.days(Level.AD_GROUP, from, to);
      days += fill.days(Level.AD, from, to);
      days += fill.days(Level.CAMPAIGN, before, from.minusDays(1));
      Pause.until(
          () -> consumers.behind() == 0,
          LOOK_EVERY,
          PATIENCE,
          "dashboard-query has not heard everything in time.");
      double seconds = (System.nanoTime() - begun) / 1e9;
      long held = store.days(fill.version());
      if (held != days) {
        throw new E2eException("dashboard-query holds " + held + " of " + days + " days.");
      }
      out.printf(
          "  %,d days of entities said and heard in %.0f s (the campaigns of the %d dates before"
              + " included): %,.0f a second%n",
          days, seconds, DATES, days / seconds);
    }
    return spend(accounts, from, to);
  }

  private static String spend(AdAccounts accounts, LocalDate from, LocalDate to) {
    long spend = 0;
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      for (Figures figures : accounts.figures(Level.CAMPAIGN, date)) {
        spend += figures.spend();
      }
    }
    return Micros.text(spend);
  }

  private void measure(
      UUID workspace, String token, String key, LocalDate from, LocalDate to, String expected) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    fleet.gateway()
                        + "/api/workspaces/"
                        + workspace
                        + "/dashboard/unified?timeframe=last_90_days"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(30))
            .build();
    check(send(request), expected);
    String load = Machine.load();
    Percentiles calls = time(() -> check(send(request).statusCode()));
    Percentiles bare;
    try (BoardStore store = new BoardStore(fleet, workspace)) {
      LocalDate before = from.minusDays(DATES);
      bare = time(() -> store.ask(before, from, to));
    }
    double p50 = calls.milliseconds(50);
    double p99 = calls.milliseconds(99);
    out.printf(
        "  unified, last_90_days, through the gateway: p50 %.1f ms, p99 %.1f ms (at most %.0f ms"
            + " wanted%s); %s before%n",
        p50, p99, P99_TARGET, p99 > P99_TARGET ? ": MISSED" : "", load);
    out.printf(
        "  its bare SQL: p50 %.1f ms, p99 %.1f ms; the answer takes %.1f times as long (p50)%n",
        bare.milliseconds(50), bare.milliseconds(99), p50 / bare.milliseconds(50));
    underPixels(key, p99, () -> check(send(request).statusCode()));
    for (String name : List.of("auth-gateway", "dashboard-query")) {
      ProcessHandle process = fleet.processes().get(name);
      if (process != null) {
        out.printf(
            "  %s runs with %s%n",
            name,
            Machine.hasFlag(process, "-XX:TieredStopAtLevel=1")
                ? "the quick compiler only (C1), as make up starts it"
                : "both compilers (C1 and C2)");
      }
    }
  }

  /** The same calls while shops' visitors come ten times as often as in a busy shop. */
  private void underPixels(String key, double quiet, Runnable call) {
    double p99;
    double rate;
    long again;
    try (PixelLoad load = PixelLoad.start(fleet.gateway(), key, PIXELS)) {
      p99 = time(call).milliseconds(99);
      rate = load.rate();
      again = load.sentAgain();
    }
    out.printf(
        "  with %.0f pixel events a second stored meanwhile (%d batches had to come again): p99"
            + " %.1f ms = %.1f x without (at most %.0f wanted%s)%n",
        rate,
        again,
        p99,
        p99 / quiet,
        PIXELS_TARGET,
        p99 / quiet > PIXELS_TARGET ? ": MISSED" : "");
  }

  private static Percentiles time(Runnable call) {
    for (int i = 0; i < WARM_UP; i++) {
      call.run();
    }
    long[] took = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long begun = System.nanoTime();
      call.run();
      took[i] = System.nanoTime() - begun;
    }
    return new Percentiles(took);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new E2eException("The gateway does not answer: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted while waiting for the gateway.", e);
    }
  }

  private static void check(int status) {
    if (status != 200) {
      throw new E2eException("The unified dashboard answers " + status + ".");
    }
  }

  /** A quick wrong answer is worth nothing. */
  private static void check(HttpResponse<String> answer, String spend) {
    check(answer.statusCode());
    try {
      JsonNode board = Json.mapper().readTree(answer.body());
      String said = "";
      boolean compared = false;
      for (JsonNode kpi : board.get("kpis")) {
        if (kpi.get("key").asText().equals("spend")) {
          said = kpi.get("value").asText();
          compared = !kpi.get("delta").isNull();
        }
      }
      boolean complete = board.at("/completeness/complete").asBoolean();
      if (!said.equals(spend) || !complete || !compared) {
        throw new E2eException(
            "The dashboard says spend %s instead of %s, complete %s, compared %s."
                .formatted(said, spend, complete, compared));
      }
    } catch (IOException e) {
      throw new E2eException("The dashboard answers no JSON.", e);
    }
  }
}
