package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.GatewayConfig;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
  private static final int SERVED = 128;
  private static final int MORE_THAN_ARE_SERVED = 300;
  private static final int EACH = 1_000;
  private static final long BREATH_NANOS = 2_000_000;
  private static final Upstream.Width EVERY_DAY = new Upstream.Width(SERVED, 1_000);

  @Inject Refusals refusals;

  private final Loopback net = new Loopback();
  private final GatewayConfig config = Loopback.config("http://localhost");

  @AfterEach
  void close() throws Exception {
    net.close();
  }

  @Test
  void browsersThatLeaveAtAnyMomentHarmNobody() throws Exception {
    int service =
        net.serving(
            Loopback.SERVICE,
            request -> net.vertx.setTimer(1, later -> request.response().end(Loopback.BODY)));
    Upstream upstream =
        new Upstream("echo", Loopback.address(service), EVERY_DAY, net.vertx, config, refusals);
    int gateway = net.serving(Loopback.GATEWAY, upstream::forward);
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
    int service = net.serving(Loopback.SERVICE, served::add);
    Upstream upstream =
        new Upstream("echo", Loopback.address(service), EVERY_DAY, net.vertx, config, refusals);
    int gateway =
        net.serving(
            Loopback.GATEWAY,
            request -> {
              request.connection().closeHandler(left -> gone.incrementAndGet());
              upstream.forward(request);
              came.incrementAndGet();
            });
    List<Socket> browsers = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_ARE_SERVED; i++) {
      browsers.add(Loopback.asked(gateway));
    }
    await().until(() -> came.get() == MORE_THAN_ARE_SERVED && served.size() == SERVED);
    for (Socket browser : browsers) {
      browser.close();
    }
    await().until(() -> gone.get() == MORE_THAN_ARE_SERVED);

    try (Socket fresh = Loopback.asked(gateway)) {
      served.forEach(request -> request.response().end(Loopback.BODY));
      await().until(() -> served.size() > SERVED);
      served.stream()
          .filter(request -> !request.response().ended())
          .forEach(request -> request.response().end(Loopback.BODY));
      assertThat(Loopback.answer(fresh.getInputStream()))
          .startsWith("HTTP/1.1 200 ")
          .endsWith(Loopback.BODY);
    }
    assertThat(served).hasSize(SERVED + 1);
  }

  /** Asks and breaks off, sooner or later. */
  private static Void leave(int gateway) throws IOException {
    for (int i = 0; i < EACH; i++) {
      try (Socket socket = Loopback.asked(gateway)) {
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
      try (Socket socket = Loopback.asked(gateway)) {
        String answer = Loopback.answer(socket.getInputStream());
        if (!answer.startsWith("HTTP/1.1 200 ") || !answer.endsWith(Loopback.BODY)) {
          others.add(i + " " + answer);
        }
      }
    }
    return others;
  }
}
