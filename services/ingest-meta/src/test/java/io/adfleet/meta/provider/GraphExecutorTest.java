package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APIRequest;
import com.sun.net.httpserver.HttpServer;
import io.adfleet.meta.MetaConfig;
import io.adfleet.testing.SilentServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GraphExecutorTest {

  private final AtomicReference<String> asked = new AtomicReference<>();
  private final AtomicReference<String> token = new AtomicReference<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private HttpServer server;
  private String base;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/v24.0/me",
        exchange -> {
          asked.set(exchange.getRequestURI().toString());
          token.set(exchange.getRequestHeaders().getFirst("authorization"));
          exchange.getResponseHeaders().add("X-App-Usage", "{\"call_count\":7}");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          exchange.close();
        });
    server.createContext(
        "/v24.0/mute",
        exchange -> {
          waitForTheEnd();
          exchange.close();
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
  }

  @Test
  void keepsTheTokenOutOfAddresses() throws APIException, IOException {
    APIRequest.ResponseWrapper answer =
        executor().execute("GET", base + "/v24.0/me", parameters(), context());

    assertThat(asked.get()).contains("fields=id").doesNotContain("the-token");
    assertThat(token.get()).isEqualTo("Bearer the-token");
    assertThat(Load.of(answer.getHeader()).app()).isEqualTo(7);
  }

  @Test
  void followsNoAddressOfAnotherHost() {
    assertThatThrownBy(() ->
            executor().execute("GET", "http://elsewhere.test/v24.0/me", parameters(), context()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("elsewhere.test");
    assertThat(asked.get()).isNull();
  }

  @Test
  void leavesAMuteServerAfterItsDeadline() {
    assertThatThrownBy(
            () -> executor().execute("GET", base + "/v24.0/mute", parameters(), context()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  @Timeout(20)
  void leavesAServerThatFallsSilentAfterItsHeaders() throws IOException {
    try (SilentServer silent = SilentServer.start()) {
      assertThatThrownBy(() ->
              executor(silent.address())
                  .execute("GET", silent.address() + "/v24.0/me", parameters(), context()))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void reportsNoCrashesHome() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    assertThat(context().getAppID()).isEqualTo("app");

    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
  }

  private void waitForTheEnd() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> parameters() {
    return Map.of("access_token", "the-token", "fields", "id");
  }

  private APIContext context() {
    return new APIContext(base, base, "v24.0", "the-token", "secret", "app", false);
  }

  private GraphExecutor executor() {
    return executor(base);
  }

  private static GraphExecutor executor(String graph) {
    return new GraphExecutor(
        new MetaConfig.Graph() {
          @Override
          public URI url() {
            return URI.create(graph);
          }

          @Override
          public String appId() {
            return "app";
          }

          @Override
          public Optional<String> appSecret() {
            return Optional.of("secret");
          }

          @Override
          public Duration connectTimeout() {
            return Duration.ofSeconds(2);
          }

          @Override
          public Duration deadline() {
            return Duration.ofSeconds(2);
          }
        });
  }
}
