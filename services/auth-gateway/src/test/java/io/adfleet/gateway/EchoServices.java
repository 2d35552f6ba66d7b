package io.adfleet.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.adfleet.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What is behind the gateway in a test: {@code connections} says what it was asked, the slow {@code
 * snapshot-store} answers too late, and nobody listens where {@code dashboard-query} should be.
 */
public class EchoServices implements QuarkusTestResourceLifecycleManager {

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer echo;
  private HttpServer slow;

  @Override
  public Map<String, String> start() {
    echo = server(this::echo);
    slow = server(this::wait);
    return Map.ofEntries(
        Map.entry(
            "quarkus.oidc.auth-server-url", "http://127.0.0.1:" + freePort() + "/realms/adfleet"),
        Map.entry("adfleet.auth.public-url", "http://localhost:8080"),
        Map.entry("adfleet.auth.upstreams.connections", url(echo)),
        Map.entry("adfleet.auth.upstreams.snapshot-store", url(slow)),
        Map.entry("adfleet.auth.upstreams.dashboard-query", "http://127.0.0.1:" + freePort()),
        Map.entry("adfleet.auth.upstreams.patience", "PT1S"),
        Map.entry("adfleet.auth.upstreams.attribution", url(echo)),
        Map.entry("adfleet.auth.upstreams.copilot", url(echo)),
        Map.entry("adfleet.auth.live.recheck", "PT0.2S"),
        Map.entry("adfleet.auth.limits.requests-per-minute-and-caller", "60"),
        Map.entry("adfleet.auth.cors-origins", "https://reports.example"),
        Map.entry("adfleet.auth.encryption-key", "00".repeat(16) + "0f".repeat(16)));
  }

  @Override
  public void stop() {
    stopped.countDown();
    echo.stop(0);
    slow.stop(0);
    threads.close();
  }

  private void echo(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    byte[] answer =
        Json.bytes(
            Map.of(
                "method",
                exchange.getRequestMethod(),
                "uri",
                exchange.getRequestURI().toString(),
                "headers",
                headers,
                "body_bytes",
                body.length));
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Set-Cookie", "q_session=stolen");
    exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
    exchange.getResponseHeaders().add("ETag", "\"echo\"");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void wait(HttpExchange exchange) throws IOException {
    try {
      stopped.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private HttpServer server(HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", handler);
      server.setExecutor(threads);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
