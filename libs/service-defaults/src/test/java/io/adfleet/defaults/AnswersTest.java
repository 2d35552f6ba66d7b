package io.adfleet.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final CountDownLatch done = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write("ye".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          if (exchange.getRequestURI().getPath().equals("/silent")) {
            waitForTheEnd();
          }
          exchange.getResponseBody().write("s!".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    client.shutdownNow();
  }

  @Test
  void anAnswerIsHandedOnAsAWhole() throws Exception {
    assertEquals("yes!", ask("/").body());
  }

  @Test
  void aServerThatFallsSilentAfterItsHeadersIsLeft() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThrows(HttpTimeoutException.class, () -> ask("/silent")));
  }

  @Test
  void aServerThatIsNotThereIsNamedSo() {
    server.stop(0);
    assertThrows(ConnectException.class, () -> ask("/"));
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    Duration deadline = Duration.ofMillis(path.equals("/") ? 10_000 : 2_000);
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return Answers.whole(
        client,
        HttpRequest.newBuilder(address).timeout(deadline).build(),
        HttpResponse.BodyHandlers.ofString(),
        deadline);
  }

  private void waitForTheEnd() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
