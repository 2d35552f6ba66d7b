package io.adfleet.local.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.local.Trouble;
import io.adfleet.local.demo.DemoTokens;
import io.adfleet.local.demo.Person;
import io.adfleet.local.fleet.Fleet;
import io.adfleet.local.process.Unit;
import io.adfleet.local.services.Service;
import io.adfleet.local.settings.Settings;
import io.adfleet.local.settings.Versions;
import io.adfleet.local.verify.Api;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code status}: one line per part and service. */
public final class StatusCommand {

  private static final String FORMAT = "%-16s %-9s %-6s %-9s %s%n";

  /** One line of the table. */
  record Line(String name, String version, int port, String age, String health, boolean well) {}

  private final Fleet fleet;
  private final Settings settings;
  private final PrintStream out;
  private final Clock clock;

  public StatusCommand(Fleet fleet, PrintStream out, Clock clock) {
    this.fleet = fleet;
    this.settings = fleet.settings();
    this.out = out;
    this.clock = clock;
  }

  /** Returns whether everything is healthy. */
  public boolean show() {
    if (fleet.processes().names().isEmpty()) {
      out.println("Nothing of " + settings.folders().data() + " is running; make up starts it.");
      return false;
    }
    Map<String, JsonNode> heartbeats = new HashMap<>();
    String silence = heartbeats(heartbeats);
    List<Line> lines = new ArrayList<>();
    for (Unit unit : fleet.units()) {
      lines.add(
          unit instanceof Service
              ? service(unit, heartbeats.get(unit.name()), silence)
              : part(unit));
    }
    out.printf(FORMAT, "service", "version", "port", "age", "health");
    for (Line line : lines) {
      out.printf(FORMAT, line.name(), line.version(), line.port(), line.age(), line.health());
    }
    if (!silence.isEmpty()) {
      out.println("No heartbeats: " + silence);
    }
    return lines.stream().allMatch(Line::well);
  }

  /** Fills the newest heartbeat per service; answers why there are none. */
  private String heartbeats(Map<String, JsonNode> found) {
    try {
      Api api = new Api(settings.publicUrl(), new DemoTokens(settings).of(Person.DEMO));
      for (JsonNode beat : api.get("/api/fleet").path("services")) {
        found.merge(beat.path("service").asText(), beat, (a, b) -> at(a).isAfter(at(b)) ? a : b);
      }
      return "";
    } catch (Trouble unreachable) {
      return String.valueOf(unreachable.getMessage());
    }
  }

  private static Instant at(JsonNode beat) {
    return Instant.parse(beat.path("last_heartbeat").asText());
  }

  private Line service(
      Unit unit, @org.jspecify.annotations.Nullable JsonNode beat, String silence) {
    int port = unit.ports().getFirst().number();
    if (!fleet.isRunning(unit)) {
      return new Line(unit.name(), "-", port, "-", "stopped; make start S=" + unit.name(), false);
    }
    boolean ready = unit.isReady();
    if (beat == null) {
      String health =
          (ready ? "ready" : "not ready") + (silence.isEmpty() ? ", no heartbeat yet" : "");
      return new Line(unit.name(), Versions.of("adfleet"), port, age(unit), health, ready);
    }
    String state = beat.path("state").asText().replace('_', ' ');
    String health =
        (ready ? "ready" : "not ready")
            + ", heartbeat %s %d s ago".formatted(state, beat.path("age_seconds").asLong());
    return new Line(
        unit.name(),
        beat.path("version").asText(),
        beat.path("port").asInt(),
        span(Duration.between(Instant.parse(beat.path("started_at").asText()), now())),
        health,
        ready);
  }

  private Line part(Unit unit) {
    int port = unit.ports().getFirst().number();
    String version =
        switch (unit.name()) {
          case "postgres", "kafka", "keycloak" -> Versions.of(unit.name());
          default -> Versions.of("adfleet");
        };
    if (!fleet.isRunning(unit)) {
      return new Line(
          unit.name(), version, port, "-", "stopped; make start S=" + unit.name(), false);
    }
    boolean ready = unit.isReady();
    return new Line(
        unit.name(), version, port, age(unit), ready ? "ready" : "not ready; " + unit.log(), ready);
  }

  private String age(Unit unit) {
    return fleet
        .processes()
        .find(unit.name())
        .flatMap(handle -> handle.info().startInstant())
        .map(started -> span(Duration.between(started, clock.instant())))
        .orElse("-");
  }

  private Instant now() {
    return clock.instant().plus(settings.clockOffset());
  }

  private static String span(Duration age) {
    if (age.toHours() > 0) {
      return age.toHours() + " h " + age.toMinutesPart() + " m";
    }
    return age.toMinutes() > 0
        ? age.toMinutes() + " m " + age.toSecondsPart() + " s"
        : Math.max(0, age.toSeconds()) + " s";
  }
}
