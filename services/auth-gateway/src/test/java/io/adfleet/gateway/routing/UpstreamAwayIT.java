package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that is away, or has too much to do, is said to be so. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class UpstreamAwayIT {

  private static final int REFUSED = 4;
  private static final Upstream.Width EVERY_DAY = new Upstream.Width(128, 1_000);

  @Inject Refusals refusals;

  private final Loopback net = new Loopback();
  private final GatewayConfig config = Loopback.config("http://localhost");

  @AfterEach
  void close() throws Exception {
    net.close();
  }

  @Test
  void aServiceThatDiesWithRequestsInFlightIsSaidToBeAway() throws Exception {
    int service = net.serving(Loopback.SERVICE, request -> request.connection().close());
    Upstream upstream =
        new Upstream("echo", Loopback.address(service), EVERY_DAY, net.vertx, config, refusals);
    int gateway = net.serving(Loopback.GATEWAY, upstream::forward);
    String again = "The service echo went away before it answered. Try again in a moment.";
    assertThat(Loopback.answer(gateway, "GET /figures"))
        .satisfies(UpstreamAwayIT::away)
        .contains(again);
    assertThat(Loopback.answer(gateway, "POST /v1/pixel-events"))
        .satisfies(UpstreamAwayIT::away)
        .contains(again);
    assertThat(Loopback.answer(gateway, "POST /changes"))
        .satisfies(UpstreamAwayIT::away)
        .contains("It may have done what you asked: look before you try again.");
  }

  @Test
  void aServiceNobodyReachesHasDoneNothing() throws Exception {
    int free = Loopback.freePort();
    Upstream upstream =
        new Upstream("echo", Loopback.address(free), EVERY_DAY, net.vertx, config, refusals);
    int gateway = net.serving(Loopback.GATEWAY, upstream::forward);
    assertThat(Loopback.answer(gateway, "POST /changes"))
        .satisfies(UpstreamAwayIT::away)
        .contains("The service echo is not running right now. Try again in a moment.");
  }

  @Test
  void aFloodOfPixelEventsLeavesRoomForWhoAsksTheSameService() throws Exception {
    Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    int service =
        net.serving(
            Loopback.SERVICE,
            request -> {
              if (Paths.open(request.path())) {
                held.add(request);
              } else {
                request.response().end(Loopback.BODY);
              }
            });
    Upstreams upstreams =
        new Upstreams(net.vertx, Loopback.config("http://127.0.0.1:" + service), refusals);
    int gateway =
        net.serving(
            Loopback.GATEWAY,
            request -> upstreams.of(Target.ATTRIBUTION, request.path()).forward(request));
    List<Socket> flood = new ArrayList<>();
    for (int i = 0; i < Loopback.OPEN_REQUESTS; i++) {
      flood.add(Loopback.asked(gateway, "POST /v1/pixel-events"));
    }
    await().until(() -> held.size() == Loopback.OPEN_REQUESTS);
    for (int i = 0; i < Loopback.OPEN_WAITING + REFUSED; i++) {
      flood.add(Loopback.asked(gateway, "POST /v1/pixel-events"));
    }
    await().until(() -> answered(flood).size() == REFUSED);
    for (Socket refused : answered(flood)) {
      assertThat(Loopback.answer(refused.getInputStream()))
          .startsWith("HTTP/1.1 503 ")
          .contains("too many requests waiting");
    }
    assertThat(Loopback.answer(gateway, "GET /api/workspaces/w/pixel-keys"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith(Loopback.BODY);
    assertThat(held).hasSize(Loopback.OPEN_REQUESTS);
    for (Socket socket : flood) {
      socket.close();
    }
  }

  private static List<Socket> answered(List<Socket> browsers) throws IOException {
    List<Socket> answered = new ArrayList<>();
    for (Socket browser : browsers) {
      if (browser.getInputStream().available() > 0) {
        answered.add(browser);
      }
    }
    return answered;
  }

  private static void away(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 503 ").containsIgnoringCase("\r\nretry-after: 2\r\n");
  }
}
