package io.adfleet.gateway.routing;

import io.adfleet.gateway.GatewayConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers and browsers on loopback, down to the bytes. */
final class Loopback implements AutoCloseable {

  static final int SERVICE = -1;
  static final int GATEWAY = -2;
  static final String BODY = "x".repeat(2_000);

  /** What anybody may send is given this many requests at once, and so many wait. */
  static final int OPEN_REQUESTS = 2;

  static final int OPEN_WAITING = 3;

  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final int LOOPS = 4;
  private static final int PATIENCE_MILLIS = 10_000;

  final Vertx vertx = Vertx.vertx();

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /**
   * On several event loops, as the gateway's own server, and on a free port: its servers of the
   * same negative number share one.
   */
  int serving(int shared, Handler<HttpServerRequest> handler) throws Exception {
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

  /** With the patience of every day. */
  static GatewayConfig config(String attribution) {
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

  /** Head and body; every answer says how long it is. */
  static String answer(InputStream in) throws IOException {
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

  static String answer(int gateway, String request) throws IOException {
    try (Socket socket = asked(gateway, request)) {
      return answer(socket.getInputStream());
    }
  }

  static Socket asked(int gateway) throws IOException {
    return asked(gateway, "GET /figures");
  }

  static Socket asked(int gateway, String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway);
    socket.setSoTimeout(PATIENCE_MILLIS);
    String head = request + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 0" + END_OF_HEAD;
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
