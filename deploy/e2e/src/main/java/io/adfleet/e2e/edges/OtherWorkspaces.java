package io.adfleet.e2e.edges;

import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Person;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What somebody learns about a workspace that isn't theirs: nothing, not even that it exists. */
final class OtherWorkspaces {

  private static final List<String> PATHS =
      List.of(
          "",
          "/dashboard/unified?timeframe=last_7_days",
          "/dashboard/unified?timeframe=nonsense",
          "/campaigns?start=2026-01-01&end=2026-01-02",
          "/connections",
          "/jobs",
          "/entities/00000000-0000-0000-0000-000000000001/history?date=2026-01-01");

  private final Fleet fleet;
  private final Web web;
  private final Claims claims;

  OtherWorkspaces(Fleet fleet, Web web, Claims claims) {
    this.fleet = fleet;
    this.web = web;
    this.claims = claims;
  }

  /** A signed-in person and a token of another workspace both ask for this one. */
  void check(String workspace, Person stranger, String strangersToken) {
    claims.group("somebody else's workspace");
    String nobodys = UUID.randomUUID().toString();
    for (String path : PATHS) {
      same(
          "a stranger's session asks for …" + path,
          id -> Answer.of(stranger.get("/api/workspaces/" + id + path)),
          workspace,
          nobodys);
      same(
          "a token of another workspace asks for …" + path,
          id ->
              web.get(
                  fleet.gateway() + "/api/workspaces/" + id + path,
                  "Authorization",
                  "Bearer " + strangersToken),
          workspace,
          nobodys);
    }
    same(
        "a stranger's session changes it",
        id ->
            Answer.of(
                stranger.send(
                    HttpRequest.newBuilder(URI.create(fleet.gateway() + "/api/workspaces/" + id))
                        .header("Content-Type", "application/json")
                        .header("X-Adfleet-Request", "1")
                        .header("Origin", fleet.gateway())
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"name\":\"x\"}")))),
        workspace,
        nobodys);
  }

  private void same(String claim, Function<String, Answer> ask, String theirs, String nobodys) {
    Answer real = ask.apply(theirs);
    Answer random = ask.apply(nobodys);
    claims.that(
        claim + ": the same 404 as for one nobody has",
        real.isProblem(404) && real.equalsButTrace(random),
        real + " | " + random);
  }
}
