package io.adfleet.copilot.ask;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adfleet.copilot.OtherServices;
import io.adfleet.copilot.RunningService;
import io.adfleet.defaults.Role;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class AskResourceIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID workspace = UUID.randomUUID();
  private final UUID user = UUID.randomUUID();

  @TestHTTPResource URI address;

  private record Event(String name, JsonNode data) {}

  @BeforeEach
  void everythingIsWell() {
    OtherServices.calm();
  }

  @Test
  void answersInStepsQueryTableAndText() {
    List<Event> events = events("ROAS last 7 days by platform");
    assertThat(events)
        .extracting(Event::name)
        .containsExactly("step", "query", "step", "table", "text", "done");
    JsonNode query = events.get(1).data();
    assertThat(query.at("/words").asText())
        .isEqualTo("ROAS by platform, last 7 days, the highest ROAS first");
    assertThat(query.at("/query/metrics/0").asText()).isEqualTo("roas");
    assertThat(query.at("/query/range/timeframe").asText()).isEqualTo("last_7_days");
    JsonNode table = events.get(3).data();
    assertThat(table.at("/columns/1/unit").asText()).isEqualTo("ratio");
    assertThat(table.at("/rows/0/0/value").asText()).isEqualTo("Google Ads");
    assertThat(table.at("/rows/0/1/value").asText()).isEqualTo("2.959538");
    assertThat(table.at("/rows/1/1/value").isNull()).isTrue();
    assertThat(table.at("/rows/1/1/reason").asText()).isEqualTo("no_spend");
    assertThat(table.at("/totals/0/1/value").asText()).isEqualTo("2.5");
    assertThat(events.get(4).data().at("/text").asText())
        .isEqualTo(
            "From 2026-11-16 to 2026-11-22: ROAS 2.50. By platform: Google Ads ROAS 2.96; Meta ROAS"
                + " unknown (nothing was spent).");
    JsonNode done = events.get(5).data();
    assertThat(done.at("/answered").asBoolean()).isTrue();
    assertThat(done.at("/provenance/zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(done.at("/provenance/currency").asText()).isEqualTo("EUR");
    assertThat(done.at("/provenance/data_as_of").asText()).isEqualTo("2026-11-22T09:40:00Z");
    assertThat(done.at("/provenance/revenue_source").asText()).isEqualTo("platform");
    assertThat(OtherServices.PATHS).containsExactly("/internal/workspaces/" + workspace + "/query");
    assertThat(OtherServices.QUERIES)
        .containsExactly(
            "{\"metrics\":[\"roas\"],\"range\":{\"timeframe\":\"last_7_days\"},"
                + "\"breakdown\":\"platform\",\"order\":\"-roas\"}");

    Map<String, String> kept = kept(1).getFirst();
    assertThat(kept)
        .containsEntry("question_id", done.at("/question_id").asText())
        .containsEntry("user_id", user.toString())
        .containsEntry("text", "ROAS last 7 days by platform")
        .containsEntry("outcome", "answered")
        .containsEntry("read_by", "grammar");
    assertThat(kept.get("provenance")).contains("2026-11-22T09:40:00Z");
    assertThat(kept.get("query")).contains("last_7_days");
    assertThat(kept.get("result")).contains("2.959538");
  }

  @Test
  void saysWhatItCanAnswerWhereItCannot() {
    List<Event> events = events("which of my keywords should I pause?");
    assertThat(events).extracting(Event::name).containsExactly("step", "text", "done");
    assertThat(events.get(1).data().at("/text").asText()).contains("I can answer spend, revenue");
    assertThat(events.get(2).data().at("/answered").asBoolean()).isFalse();
    assertThat(events.get(2).data().at("/provenance").isNull()).isTrue();
    assertThat(OtherServices.QUERIES).isEmpty();
    assertThat(kept(1).getFirst()).containsEntry("outcome", "not_understood");
  }

  @Test
  void tellsWhyTheQueryWasRefused() {
    OtherServices.mood = OtherServices.Mood.REFUSES;
    List<Event> events = events("spend 2026-11-01 to 2026-12-24");
    assertThat(events)
        .extracting(Event::name)
        .containsExactly("step", "query", "step", "text", "done");
    assertThat(events.get(3).data().at("/text").asText())
        .startsWith("The end is after today. Give an end up to 2026-11-22. I can answer");
  }

  @Test
  void saysSoWhenTheFiguresAreAway() {
    OtherServices.mood = OtherServices.Mood.IS_BROKEN;
    List<Event> events = events("clicks today");
    assertThat(events).extracting(Event::name).containsExactly("step", "query", "step", "error");
    assertThat(events.get(3).data().at("/status").asInt()).isEqualTo(503);
    assertThat(events.get(3).data().at("/type").asText()).endsWith("/figures_unavailable");
    assertThat(events.get(3).data().at("/trace_id").asText()).hasSize(32);
    assertThat(kept(1).getFirst()).containsEntry("outcome", "failed");
  }

  @Test
  void renewsATokenThatIsNotTaken() {
    events("clicks today");
    OtherServices.tokenIsStale = true;
    assertThat(events("clicks today")).extracting(Event::name).endsWith("done");
  }

  @Test
  void whoeverHangsUpEndsTheWork() throws Exception {
    OtherServices.mood = OtherServices.Mood.HANGS;
    try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
      byte[] body = "{\"question\":\"clicks today\"}".getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/workspaces/%s/copilot/ask HTTP/1.1\r\nHost: x\r\nContent-Type:"
                  + " application/json\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n")
              .formatted(workspace, token(Role.VIEWER), body.length)
              .getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      OtherServices.asked.get(20, TimeUnit.SECONDS);
    }
    OtherServices.hungUp.get(20, TimeUnit.SECONDS);
    assertThat(kept(1).getFirst())
        .containsEntry("outcome", "cancelled")
        .containsEntry("words", "Clicks, today");
  }

  @Test
  void refusesWhatIsNoQuestion() {
    ask("{}").statusCode(422).body("errors[0].field", equalTo("question"));
    ask("{\"question\":\"  \"}").statusCode(422);
    ask("{\"question\":\"" + "x".repeat(501) + "\"}")
        .statusCode(422)
        .contentType("application/problem+json");
    for (String sign : List.of("\\u0000", "\\u0007", "\\ud800", "\\udc00")) {
      ask("{\"question\":\"clicks" + sign + " today\"}")
          .statusCode(422)
          .body("errors[0].field", equalTo("question"));
    }
    ask("{\"question\":\"clicks\\n\\ttoday\"}").statusCode(200);
    ask("").statusCode(422);
    ask("{").statusCode(400);
  }

  @Test
  void onlyMembersMayAsk() {
    given()
        .contentType("application/json")
        .body("{\"question\":\"clicks today\"}")
        .post("/api/workspaces/" + workspace + "/copilot/ask")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(token(Role.OWNER))
        .contentType("application/json")
        .body("{\"question\":\"clicks today\"}")
        .post("/api/workspaces/" + UUID.randomUUID() + "/copilot/ask")
        .then()
        .statusCode(404);
  }

  @Test
  void questionsOfAnotherWorkspaceAreNotSeen() throws SQLException {
    events("clicks today");
    try (Connection app = RealParts.current().connect("app")) {
      app.setAutoCommit(false);
      assertThat(count(app, UUID.randomUUID())).isZero();
      assertThat(count(app, workspace)).isOne();
    }
  }

  @Test
  void everyTenantTableIsForced() {
    RowSecurity.assertEveryTenantTableIsForced(Set.of());
  }

  private static int count(Connection app, UUID as) throws SQLException {
    try (PreparedStatement bind =
            app.prepareStatement("select set_config('app.workspace_id', ?, true)");
        PreparedStatement count = app.prepareStatement("select count(*) from question")) {
      bind.setString(1, as.toString());
      bind.execute();
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private List<Event> events(String question) {
    String stream =
        ask(JSON.createObjectNode().put("question", question).toString())
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .extract()
            .asString();
    List<Event> events = new ArrayList<>();
    for (String block : stream.split("\n\n")) {
      String name = "";
      String data = "";
      for (String line : block.split("\n")) {
        name = line.startsWith("event:") ? line.substring(6).strip() : name;
        data = line.startsWith("data:") ? line.substring(5).strip() : data;
      }
      if (!name.isEmpty()) {
        events.add(new Event(name, json(data)));
      }
    }
    return events;
  }

  private static JsonNode json(String data) {
    try {
      return JSON.readTree(data);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + data, e);
    }
  }

  private ValidatableResponse ask(String body) {
    return given()
        .auth()
        .oauth2(token(Role.VIEWER))
        .contentType("application/json")
        .accept("text/event-stream")
        .body(body)
        .post("/api/workspaces/" + workspace + "/copilot/ask")
        .then();
  }

  private String token(Role role) {
    return Tokens.internal("copilot", user, workspace, role);
  }

  private List<Map<String, String>> kept(int count) {
    List<Map<String, String>> kept = new ArrayList<>();
    Awaitility.await()
        .untilAsserted(() -> {
          kept.clear();
          kept.addAll(rows());
          assertThat(kept).hasSize(count);
        });
    return kept;
  }

  private List<Map<String, String>> rows() throws SQLException {
    List<Map<String, String>> all = new ArrayList<>();
    try (Connection connection = RealParts.current().connect("postgres");
        PreparedStatement select =
            connection.prepareStatement("select * from question where workspace_id = ?")) {
      select.setObject(1, workspace);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Map<String, String> row = new HashMap<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.put(rows.getMetaData().getColumnName(i), rows.getString(i));
          }
          all.add(row);
        }
      }
    }
    return all;
  }
}
