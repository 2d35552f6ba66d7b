package io.adfleet.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.List;
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

  @Inject People people;

  @TestHTTPResource("/live")
  URI live;

  @Test
  void aPageHearsOfItsOwnWorkspaceOnly() throws InterruptedException {
    String cookie = people.somebodyNew();
    UUID workspace = UUID.fromString(Asking.workspace(cookie));
    UUID another = UUID.fromString(Asking.workspace(people.somebodyNew()));
    UUID account = UUID.randomUUID();
    Page page = open(cookie, workspace.toString(), null);
    // the consumer begins at the end of the topic, so what is said too early isn't heard
    Awaitility.await()
        .untilAsserted(() -> {
          TopicProbe.send(Topic.FLEET_CHANGED, hint(another, account), hint(workspace, account));
          assertThat(page.heard).isNotEmpty();
        });
    JsonPath hint = JsonPath.from(page.heard.take());
    assertThat(hint.getString("kind")).isEqualTo("figures");
    assertThat(hint.getString("as_of")).isEqualTo("2026-11-25T09:45:00Z");
    assertThat(hint.getList("ids", String.class)).containsExactly(account.toString());
    Page others = open(cookie, another.toString(), null);
    assertThat(others.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4404);
    assertThat(others.heard).isEmpty();
    page.socket.abort();
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
