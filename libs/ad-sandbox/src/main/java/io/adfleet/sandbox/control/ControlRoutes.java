package io.adfleet.sandbox.control;

import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.ProblemException;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Moment;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.RestatedRow;
import io.adfleet.sandbox.world.Restatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /control/…}: what one may do to the world. */
public final class ControlRoutes {

  private static final int MOST_MINUTES = 1_000_000;

  private final Controls controls;
  private final Faults faults;
  private final Clock clock;
  private final Map<Platform, Runnable> revokeEveryToken;

  /**
   * The routes.
   *
   * @param revokeEveryToken what happens at once when a platform's revoked token is ordered
   */
  public ControlRoutes(
      Controls controls, Faults faults, Clock clock, Map<Platform, Runnable> revokeEveryToken) {
    this.controls = controls;
    this.faults = faults;
    this.clock = clock;
    this.revokeEveryToken = revokeEveryToken;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    door.on("GET", "/control", request -> overview())
        .on("POST", "/control/advance", this::advance)
        .on("POST", "/control/restate", this::restate)
        .on("POST", "/control/hold", request -> hold())
        .on("POST", "/control/release", request -> release())
        .on("GET", "/control/faults", request -> listFaults())
        .on("PUT", "/control/faults", this::replaceFaults);
  }

  private Answer advance(Request request) {
    String minutes = request.parameter("minutes");
    if (minutes == null
        || !minutes.matches("[1-9]\\d{0,6}")
        || Integer.parseInt(minutes) > MOST_MINUTES) {
      throw ProblemException.invalid(
          "minutes",
          "is not a whole number from 1 to " + MOST_MINUTES,
          "Say how many more minutes of today shall be visible: ?minutes=60.");
    }
    controls.advance(Long.parseLong(minutes));
    return overview();
  }

  private Answer restate(Request request) {
    JsonCells cells = new JsonCells(request.json(), RestatedRow.columns());
    Restatement row = RestatedRow.read(controls.world(), cells, controls::todayOf, clock.instant());
    controls.restate(row.entityId(), row.date(), row.hour(), row.figures());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("entity_id", row.entityId());
    body.put("date", row.date());
    body.put("hour", row.hour());
    body.put("known_at", row.knownAt());
    body.put("held", controls.heldSince() != null);
    return Answer.json(200, body);
  }

  private Answer hold() {
    controls.hold();
    return overview();
  }

  private Answer release() {
    controls.release();
    return overview();
  }

  private Answer overview() {
    Moment moment = controls.moment();
    List<Map<String, Object>> accounts = new ArrayList<>();
    for (Account account : controls.world().accounts()) {
      if (!account.manager()) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("platform", account.platform().word());
        view.put("account_id", account.id());
        view.put("today", moment.today(account));
        view.put("visible_until", moment.visibleUntil(account));
        accounts.add(view);
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("at", moment.at());
    body.put("held", controls.heldSince() != null);
    body.put("held_since", controls.heldSince());
    body.put("started_at", controls.world().start().at());
    body.put("items", accounts);
    return Answer.json(200, body);
  }

  private Answer listFaults() {
    return Answer.json(200, Map.of("items", faults.remaining()));
  }

  private Answer replaceFaults(Request request) {
    List<Fault> wanted = new FaultList(controls.world()).read(request.json());
    faults.replace(wanted);
    revokeEveryToken.forEach((platform, revoke) -> {
      if (wanted.stream()
          .anyMatch(fault ->
              fault.fault() == Fault.Type.REVOKED_TOKEN
                  && List.of("*", platform.word()).contains(fault.platform()))) {
        revoke.run();
      }
    });
    return listFaults();
  }
}
