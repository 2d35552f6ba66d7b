package io.adfleet.e2e.edges;

import io.adfleet.contracts.Ids;
import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Launcher;
import io.adfleet.e2e.fleet.Person;
import io.adfleet.e2e.fleet.Users;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** All claims about a running fleet with its demo workspace. */
public final class CheckEdges {

  private static final String STRANGER = "stranger@adfleet.test";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Fleet fleet;
  private final PrintStream out;

  public CheckEdges(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
  }

  /** Checks them all; answers whether they hold. */
  public boolean hold() {
    fleet.needsToRun();
    Web web = new Web();
    Claims claims = new Claims(out);
    String token = demoToken();
    String workspace =
        web.get(fleet.gateway() + "/api/workspaces", "Authorization", "Bearer " + token)
            .json()
            .at("/items/0/id")
            .asText();
    if (workspace.isEmpty()) {
      throw new E2eException("The demo token opens no workspace.");
    }
    Person stranger = stranger();
    PublicApi api = new PublicApi(fleet, web, claims);
    api.doors(token);
    api.crossSite(stranger);
    new OtherWorkspaces(fleet, web, claims).check(workspace, stranger, tokenOf(stranger));
    new DirectDoors(fleet, web, claims).check(workspace, token);
    api.values(workspace, token, Clock.systemUTC());
    api.caching(workspace, token);
    return claims.hold();
  }

  private String demoToken() {
    String said =
        new Launcher(fleet.root())
            .run(
                "demo-token",
                Map.of(
                    "ADFLEET_ROOT", fleet.root().toString(),
                    "DATA", fleet.data().toString(),
                    "PORT", Integer.toString(fleet.port())),
                PATIENCE)
            .strip();
    if (!said.startsWith("adf_") || said.contains("\n")) {
      throw new E2eException("make demo-token says more than a token: " + said);
    }
    return said;
  }

  private Person stranger() {
    String password = "stranger-" + Ids.next();
    new Users(fleet).ensure(STRANGER, password);
    return Person.signIn(fleet, STRANGER, password);
  }

  private static String tokenOf(Person person) {
    String workspace = Answer.of(person.get("/api/workspaces")).json().at("/items/0/id").asText();
    if (workspace.isEmpty()) {
      workspace =
          person
              .post("/api/workspaces", Map.of("name", "Stranger", "currency", "EUR", "zone", "UTC"))
              .get("id")
              .asText();
    }
    return person
        .post(
            "/api/tokens",
            Map.of(
                "workspace_id", workspace, "name", "edges", "role", "owner", "expires_in_days", 1))
        .get("token")
        .asText();
  }
}
