package io.adfleet.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Topic;
import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Hints reach the open pages of their workspace, and nobody else. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class LiveIT {

  private static final int PAGES_OF_ONE_PERSON = 20;

  @Inject People people;

  @TestHTTPResource("/live")
  URI live;

  @Test
  void aPageHearsOfItsOwnWorkspaceOnly() throws InterruptedException {
    String cookie = people.somebodyNew();
    UUID workspace = UUID.fromString(Asking.workspace(cookie));
    UUID another = UUID.fromString(Asking.workspace(people.somebodyNew()));
    UUID account = UUID.randomUUID();
    UUID foreign = UUID.randomUUID();
    UUID last = UUID.randomUUID();
    Page page = open(cookie, workspace.toString(), null);
    // the consumer begins at the end of the topic, so what is said too early isn't heard
    Awaitility.await()
        .untilAsserted(() -> {
          TopicProbe.send(Topic.FLEET_CHANGED, hint(another, foreign), hint(workspace, account));
          assertThat(page.heard).isNotEmpty();
        });
    TopicProbe.send(Topic.FLEET_CHANGED, hint(another, foreign), hint(workspace, last));
    List<String> heard = new ArrayList<>();
    while (heard.isEmpty() || !heard.getLast().contains(last.toString())) {
      heard.add(Objects.requireNonNull(page.heard.poll(20, TimeUnit.SECONDS), "the last hint"));
    }
    assertThat(heard).noneMatch(hint -> hint.contains(foreign.toString()));
    JsonPath hint = JsonPath.from(heard.getFirst());
    assertThat(hint.getString("kind")).isEqualTo("figures");
    assertThat(hint.getString("as_of")).isEqualTo("2026-11-25T09:45:00Z");
    assertThat(hint.getList("ids", String.class)).containsExactly(account.toString());
    Page others = open(cookie, another.toString(), null);
    assertThat(others.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4404);
    assertThat(others.heard).isEmpty();
    page.socket.abort();
  }

  @Test
  void aPageOfWhomNothingCanBeFoundOutDoesNotOpen() throws SQLException {
    String subject = UUID.randomUUID().toString();
    String owner = people.signIn(subject, subject + "@adfleet.test", "sid-" + subject);
    String workspace = Asking.workspace(owner);
    String fresh = people.signIn(subject, subject + "@adfleet.test", "another-" + subject);
    execute("revoke select on login_session from gateway_feed");
    try {
      assertThat(refusal(fresh, workspace)).isEqualTo(500);
    } finally {
      execute("grant select on login_session to gateway_feed");
    }
    Page page = open(fresh, workspace, null);
    assertThat(page.closed).isNotDone();
    page.socket.abort();
  }

  @Test
  void onePersonKeepsSoManyPagesOpenAndNoMore() {
    String subject = UUID.randomUUID().toString();
    String cookie = people.signIn(subject, subject + "@adfleet.test", "sid-" + subject);
    String second = people.signIn(subject, subject + "@adfleet.test", "another-" + subject);
    String workspace = Asking.workspace(cookie);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < PAGES_OF_ONE_PERSON; i++) {
      pages.add(open(i % 2 == 0 ? cookie : second, workspace, null));
    }
    assertThat(refusal(second, workspace)).isEqualTo(429);
    String other = people.somebodyNew();
    pages.add(open(other, Asking.workspace(other), null));

    pages.removeFirst().socket.abort();
    Awaitility.await().ignoreExceptions().until(() -> pages.add(open(second, workspace, null)));
    pages.forEach(page -> page.socket.abort());
  }

  @Test
  void openingPagesCountsAgainstTheAddress() {
    given()
        .get("/live")
        .then()
        .header("RateLimit-Policy", startsWith("\"address\";"))
        .header("RateLimit", startsWith("\"address\";"));
  }

  @Test
  void whoIsNotSignedInIsToldSoByTheClosingCode() {
    String workspace = Asking.workspace(people.somebodyNew());
    assertThat(open(null, workspace, null).closed.orTimeout(20, TimeUnit.SECONDS).join())
        .isEqualTo(4401);
    assertThat(open("x".repeat(43), workspace, null).closed.orTimeout(20, TimeUnit.SECONDS).join())
        .isEqualTo(4401);
  }

  @Test
  void aSocketEndsSoonAfterItsSession() {
    String subject = UUID.randomUUID().toString();
    String cookie = people.signIn(subject, subject + "@adfleet.test", "sid-" + subject);
    Page page = open(cookie, Asking.workspace(cookie), null);
    people.keycloakEnds("sid-" + subject);
    assertThat(page.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4401);
  }

  @Test
  void aSocketEndsSoonAfterItsMembership() {
    String owner = people.somebodyNew();
    String guest = people.somebodyNew();
    String workspace = Asking.workspace(owner);
    Asking.join(owner, workspace, guest, "viewer");
    Page page = open(guest, workspace, null);
    String user = Asking.browser(guest).get("/api/me").then().extract().path("user.id");
    Asking.browser(owner)
        .delete("/api/workspaces/{w}/members/{u}", workspace, user)
        .then()
        .statusCode(204);
    assertThat(page.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4404);
  }

  @Test
  void anotherSitesPageAndPlainRequestsAreRefused() {
    String cookie = people.somebodyNew();
    String workspace = Asking.workspace(cookie);
    assertThatThrownBy(() -> open(cookie, workspace, "https://evil.example"))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThatThrownBy(() -> open(cookie, "nonsense", null))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    given().get("/live").then().statusCode(404).contentType("application/problem+json");
  }

  /** The status of a handshake that must not succeed. */
  private int refusal(String cookie, String workspace) {
    try {
      open(cookie, workspace, null).socket.abort();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
    throw new AssertionError("the page opened");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = RealParts.current().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static FleetChanged hint(UUID workspace, UUID account) {
    return new FleetChanged(
        workspace, FleetChanged.FIGURES, List.of(account), Instant.parse("2026-11-25T09:45:00Z"));
  }

  private Page open(String cookie, String workspace, String origin) {
    Page page = new Page();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (cookie != null) {
      builder.header("Cookie", "q_session=" + cookie);
    }
    if (origin != null) {
      builder.header("Origin", origin);
    }
    URI address =
        URI.create(live.toString().replaceFirst("^http", "ws") + "?workspace=" + workspace);
    page.socket = builder.buildAsync(address, page).join();
    return page;
  }

  /** An open page. */
  private static final class Page implements WebSocket.Listener {

    final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket socket;

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      heard.add(text.toString());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
