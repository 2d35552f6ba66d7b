package io.adfleet.e2e.edges;

import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Person;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The public API with and without the right to it, and with values that make no sense. */
final class PublicApi {

  private static final int MOST_DATES = 1_100;

  private final Fleet fleet;
  private final Web web;
  private final Claims claims;

  PublicApi(Fleet fleet, Web web, Claims claims) {
    this.fleet = fleet;
    this.web = web;
    this.claims = claims;
  }

  void doors(String token) {
    claims.group("the door");
    String list = fleet.gateway() + "/api/workspaces";
    Answer nobody = web.get(list);
    claims.that("GET /api/workspaces without a token: 401", nobody.isProblem(401), nobody);
    for (String wrong : List.of("adf_nonsense", token + "x", "")) {
      Answer answer = web.get(list, "Authorization", "Bearer " + wrong);
      claims.that("… with a wrong token: 401", answer.isProblem(401), answer);
    }
    Answer mine = web.get(list, "Authorization", "Bearer " + token);
    claims.that(
        "… with the demo token: exactly one workspace",
        mine.status() == 200 && mine.json().path("items").size() == 1,
        mine);
    Answer made =
        web.post(
            list,
            "{\"name\":\"x\",\"currency\":\"EUR\",\"zone\":\"UTC\"}",
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json");
    claims.that("a token makes no workspace: 403", made.isProblem(403), made);
    Answer unknown =
        web.get(fleet.gateway() + "/api/nothing-here", "Authorization", "Bearer " + token);
    claims.that("an unknown path: 404", unknown.isProblem(404), unknown);
    Answer inner = web.get(fleet.gateway() + "/internal/access-tokens");
    claims.that(
        "inner paths are not proxied", inner.status() == 404 || inner.status() == 401, inner);
  }

  /** A browser on another site sends the person's cookie along. */
  void crossSite(Person person) {
    claims.group("a page on another site, with the person's cookie");
    Answer bare = Answer.of(person.send(write().header("Origin", fleet.gateway())));
    claims.that("a write without our header: 403", bare.isProblem(403), bare);
    Answer foreign =
        Answer.of(
            person.send(
                write().header("X-Adfleet-Request", "1").header("Origin", "https://evil.test")));
    claims.that("a write from another origin: 403", foreign.isProblem(403), foreign);
  }

  private HttpRequest.Builder write() {
    return HttpRequest.newBuilder(URI.create(fleet.gateway() + "/api/workspaces"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"crossed\"}"));
  }

  void values(String workspace, String token, Clock clock) {
    claims.group("values that make no sense");
    LocalDate today = LocalDate.now(clock).minusDays(1);
    String unified = fleet.gateway() + "/api/workspaces/" + workspace + "/dashboard/unified?";
    String campaigns = fleet.gateway() + "/api/workspaces/" + workspace + "/campaigns?";
    invalid(token, unified + "timeframe=last_8_days", "timeframe");
    invalid(token, unified + "timeframe=", "timeframe");
    invalid(token, unified.substring(0, unified.length() - 1), "timeframe");
    invalid(token, unified + range(today, today.minusDays(1)), "end");
    invalid(token, unified + range(today, today.plusDays(40)), "end");
    invalid(token, unified + range(today.minusDays(MOST_DATES), today), "start");
    invalid(token, unified + "start=2026-02-30&end=2026-03-01", "start");
    invalid(token, unified + "start=2026-02-20", "end");
    invalid(token, campaigns + range(today, today.minusDays(1)), "end");
    Answer most =
        web.get(
            unified + range(today.minusDays(MOST_DATES - 1L), today),
            "Authorization",
            "Bearer " + token);
    claims.that("1,100 dates are answered", most.status() == 200, most);
    Answer account =
        web.get(unified + "timeframe=today&account=nonsense", "Authorization", "Bearer " + token);
    claims.that("an account that is no id: 422", account.isInvalid("account"), account);
  }

  private static String range(LocalDate start, LocalDate end) {
    return "start=" + start + "&end=" + end;
  }

  private void invalid(String token, String url, String field) {
    Answer answer = web.get(url, "Authorization", "Bearer " + token);
    int query = url.indexOf('?');
    claims.that(
        "%s: 422 naming %s".formatted(query < 0 ? "no dates at all" : url.substring(query), field),
        answer.isInvalid(field),
        answer);
  }

  void caching(String workspace, String token) {
    claims.group("asked again");
    String url =
        fleet.gateway()
            + "/api/workspaces/"
            + workspace
            + "/dashboard/unified?timeframe=last_month";
    HttpRequest first =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    HttpResponse<String> answer = web.response(first);
    String etag = answer.headers().firstValue("ETag").orElse("");
    claims.that(
        "the dashboard carries an ETag", answer.statusCode() == 200 && !etag.isEmpty(), answer);
    Answer again =
        web.get(
            url, "Authorization", "Bearer " + token, "If-None-Match", etag.isEmpty() ? "x" : etag);
    claims.that("… and says 304 to who has it", again.status() == 304, again);
  }
}
