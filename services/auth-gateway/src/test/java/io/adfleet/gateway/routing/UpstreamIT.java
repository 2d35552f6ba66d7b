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
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Browsers come and go as they like; nobody's answer suffers from another's leaving. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class UpstreamIT {

  private static final int LEAVING = 6;
  private static final int STAYING = 4;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final int LOOPS = 4;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final long BREATH_NANOS = 2_000_000;
  private static final int SERVICE = -1;
  private static final int GATEWAY = -2;
  private static final int SERVED = 128;
  private static final int MORE_THAN_ARE_SERVED = 300;
  private static final int EACH = 1_000;
  private static final String BODY = "x".repeat(2_000);
  private static final Upstream.Width EVERY_DAY = new Upstream.Width(SERVED, 1_000);
  private static final int OPEN_REQUESTS = 2;
  private static final int OPEN_WAITING = 3;
  private static final int REFUSED = 4;

  @Inject Refusals refusals;

  private final Vertx vertx = Vertx.vertx();

  /** With the patience of every day. */
  private final GatewayConfig config = config("http://localhost");

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void browsersThatLeaveAtAnyMomentHarmNobody() throws Exception {
    int service =
        serving(SERVICE, request -> vertx.setTimer(1, later -> request.response().end(BODY)));
    Upstream upstream = new Upstream("echo", address(service), EVERY_DAY, vertx, config, refusals);
    int gateway = serving(GATEWAY, upstream::forward);
    assertThat(stay(gateway)).as("with nobody else there").isEmpty();
    List<Future<?>> leaving = new ArrayList<>();
    List<Future<List<String>>> staying = new ArrayList<>();
    try (ExecutorService browsers = Executors.newFixedThreadPool(LEAVING + STAYING)) {
      for (int i = 0; i < LEAVING; i++) {
        leaving.add(browsers.submit(() -> leave(gateway)));
      }
      for (int i = 0; i < STAYING; i++) {
        staying.add(browsers.submit(() -> stay(gateway)));
      }
      for (Future<?> one : leaving) {
        one.get();
      }
      for (Future<List<String>> one : staying) {
        assertThat(one.get()).isEmpty();
      }
    }
  }

  @Test
  void nothingIsAskedForWhoLeftTheWaitingLine() throws Exception {
    AtomicInteger came = new AtomicInteger();
    AtomicInteger gone = new AtomicInteger();
    Queue<HttpServerRequest> served = new ConcurrentLinkedQueue<>();
    int service = serving(SERVICE, served::add);
    Upstream upstream = new Upstream("echo", address(service), EVERY_DAY, vertx, config, refusals);
    int gateway =
        serving(
            GATEWAY,
            request -> {
              request.connection().closeHandler(left -> gone.incrementAndGet());
              upstream.forward(request);
              came.incrementAndGet();
            });
    List<Socket> browsers = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_ARE_SERVED; i++) {
      browsers.add(asked(gateway));
    }
    await().until(() -> came.get() == MORE_THAN_ARE_SERVED && served.size() == SERVED);
    for (Socket browser : browsers) {
      browser.close();
    }
    await().until(() -> gone.get() == MORE_THAN_ARE_SERVED);

    try (Socket fresh = asked(gateway)) {
      served.forEach(request -> request.response().end(BODY));
      await().until(() -> served.size() > SERVED);
      served.stream()
          .filter(request -> !request.response().ended())
          .forEach(request -> request.response().end(BODY));
      assertThat(answer(fresh.getInputStream())).startsWith("HTTP/1.1 200 ").endsWith(BODY);
    }
    assertThat(served).hasSize(SERVED + 1);
  }

  @Test
  void aServiceThatDiesWithRequestsInFlightIsSaidToBeAway() throws Exception {
    int service = serving(SERVICE, request -> request.connection().close());
    Upstream upstream = new Upstream("echo", address(service), EVERY_DAY, vertx, config, refusals);
    int gateway = serving(GATEWAY, upstream::forward);
    String again = "The service echo went away before it answered. Try again in a moment.";
    assertThat(answer(gateway, "GET /figures")).satisfies(UpstreamIT::away).contains(again);
    assertThat(answer(gateway, "POST /v1/pixel-events"))
        .satisfies(UpstreamIT::away)
        .contains(again);
    assertThat(answer(gateway, "POST /changes"))
        .satisfies(UpstreamIT::away)
        .contains("It may have done what you asked: look before you try again.");
  }

  @Test
  void aServiceNobodyReachesHasDoneNothing() throws Exception {
    int free = freePort();
    Upstream upstream = new Upstream("echo", address(free), EVERY_DAY, vertx, config, refusals);
    int gateway = serving(GATEWAY, upstream::forward);
    assertThat(answer(gateway, "POST /changes"))
        .satisfies(UpstreamIT::away)
        .contains("The service echo is not running right now. Try again in a moment.");
  }

  @Test
  void aFloodOfPixelEventsLeavesRoomForWhoAsksTheSameService() throws Exception {
    Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    int service =
        serving(
            SERVICE,
            request -> {
              if (Paths.open(request.path())) {
                held.add(request);
              } else {
                request.response().end(BODY);
              }
            });
    Upstreams upstreams = new Upstreams(vertx, config("http://127.0.0.1:" + service), refusals);
    int gateway =
        serving(
            GATEWAY, request -> upstreams.of(Target.ATTRIBUTION, request.path()).forward(request));
    List<Socket> flood = new ArrayList<>();
    for (int i = 0; i < OPEN_REQUESTS; i++) {
      flood.add(asked(gateway, "POST /v1/pixel-events"));
    }
    await().until(() -> held.size() == OPEN_REQUESTS);
    for (int i = 0; i < OPEN_WAITING + REFUSED; i++) {
      flood.add(asked(gateway, "POST /v1/pixel-events"));
    }
    await().until(() -> answered(flood).size() == REFUSED);
    for (Socket refused : answered(flood)) {
      assertThat(answer(refused.getInputStream()))
          .startsWith("HTTP/1.1 503 ")
          .contains("too many requests waiting");
    }
    assertThat(answer(gateway, "GET /api/workspaces/w/pixel-keys"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith(BODY);
    assertThat(held).hasSize(OPEN_REQUESTS);
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

  /** Asks and breaks off, sooner or later. */
  private static Void leave(int gateway) throws IOException {
    for (int i = 0; i < EACH; i++) {
      try (Socket socket = asked(gateway)) {
        LockSupport.parkNanos(i % 12 * 250_000L);
      }
      LockSupport.parkNanos(BREATH_NANOS);
    }
    return null;
  }

  /** Leaves with the whole answer; gives what was answered instead. */
  private static List<String> stay(int gateway) throws IOException {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      try (Socket socket = asked(gateway)) {
        String answer = answer(socket.getInputStream());
        if (!answer.startsWith("HTTP/1.1 200 ") || !answer.endsWith(BODY)) {
          others.add(i + " " + answer);
        }
      }
    }
    return others;
  }

  /** Head and body; every answer says how long it is. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf(END_OF_HEAD) < 0) {
      int c = in.read();
      if (c < 0) {
        return answer + "(broken off)";
      }
      answer.append((char) c);
    }
    Matcher length = LENGTH.matcher(answer);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return answer + new String(body, StandardCharsets.US_ASCII);
  }

  private static String answer(int gateway, String request) throws IOException {
    try (Socket socket = asked(gateway, request)) {
      return answer(socket.getInputStream());
    }
  }

  private static Socket asked(int gateway) throws IOException {
    return asked(gateway, "GET /figures");
  }

  private static Socket asked(int gateway, String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway);
    socket.setSoTimeout(PATIENCE_MILLIS);
    String head = request + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 0" + END_OF_HEAD;
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static GatewayConfig config(String attribution) {
    return new SmallRyeConfigBuilder()
        .withMapping(GatewayConfig.class)
        .withDefaultValue("adfleet.auth.public-url", "http://localhost")
        .withDefaultValue("adfleet.auth.state-secret", "-")
        .withDefaultValue("adfleet.auth.upstreams.connections", "http://localhost")
        .withDefaultValue("adfleet.auth.upstreams.snapshot-store", "http://localhost")
        .withDefaultValue("adfleet.auth.upstreams.dashboard-query", "http://localhost")
        .withDefaultValue("adfleet.auth.upstreams.attribution", attribution)
        .withDefaultValue("adfleet.auth.upstreams.copilot", "http://localhost")
        .withDefaultValue("adfleet.auth.upstreams.open-requests", "" + OPEN_REQUESTS)
        .withDefaultValue("adfleet.auth.upstreams.open-requests-waiting", "" + OPEN_WAITING)
        .build()
        .getConfigMapping(GatewayConfig.class);
  }

  /**
   * On several event loops, as the gateway's own server, and on a free port: its servers of the
   * same negative number share one.
   */
  private int serving(int shared, Handler<HttpServerRequest> handler) throws Exception {
    AtomicInteger port = new AtomicInteger();
    vertx
        .deployVerticle(
            () ->
                new AbstractVerticle() {
                  @Override
                  public void start(Promise<Void> started) {
                    vertx
                        .createHttpServer()
                        .requestHandler(handler)
                        .listen(shared, "127.0.0.1")
                        .onSuccess(server -> port.set(server.actualPort()))
                        .<Void>mapEmpty()
                        .onComplete(started);
                  }
                },
            new DeploymentOptions().setInstances(LOOPS))
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
    return port.get();
  }
}
