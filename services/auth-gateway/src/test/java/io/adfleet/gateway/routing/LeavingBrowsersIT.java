package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Browsers that hang up as soon as they have their answer leave everybody else's alone. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class LeavingBrowsersIT {

  private static final int BROWSERS = 4;
  private static final int VISITS = 700;

  @Inject People people;

  @TestHTTPResource("/")
  URI gateway;

  @Test
  void nobodysAnswerIsBrokenOffByThem() throws Exception {
    Map<String, Integer> answers = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(BROWSERS)) {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < BROWSERS; i++) {
        String cookie = people.somebodyNew();
        String workspace = Asking.workspace(cookie);
        all.add(threads.submit(() -> visits(cookie, workspace)));
      }
      for (Future<List<String>> one : all) {
        one.get().forEach(status -> answers.merge(status, 1, Integer::sum));
      }
    }
    assertThat(answers).isEqualTo(Map.of("HTTP/1.1 200 OK", BROWSERS * VISITS));
  }

  private List<String> visits(String cookie, String workspace) {
    List<String> statuses = new ArrayList<>();
    for (int i = 0; i < VISITS; i++) {
      statuses.add(visit(cookie, workspace));
    }
    return statuses;
  }

  /** One connection for one answer, closed with the answer's last byte. */
  private String visit(String cookie, String workspace) {
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /api/workspaces/%s/connections HTTP/1.1\r\n"
                      + "Host: %s\r\n"
                      + "Cookie: q_session=%s\r\n\r\n")
                  .formatted(workspace, gateway.getAuthority(), cookie)
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String status = in.readLine();
      int length = 0;
      for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
        if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      }
      assertThat(length).isPositive();
      for (int read = 0; read < length; read++) {
        assertThat(in.read()).isNotNegative();
      }
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
