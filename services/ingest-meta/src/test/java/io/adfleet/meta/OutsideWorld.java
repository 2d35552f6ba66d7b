package io.adfleet.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adfleet.contracts.Json;
import io.adfleet.sandbox.Sandbox;
import io.adfleet.sandbox.SandboxConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * What stands around the service: the sandbox with a few shops, and one small server in place of
 * the identity provider's token door and of the connections service's.
 */
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {

  static final String SHOP = "835786134839794";
  static final String CLOSED = "835786134839795";
  static final String SECRET = "835786134839796";
  static final String BUSY = "835786134839797";

  /** Connections whose id begins so have lost their consent. */
  static final String LOST = "00000409-";

  private static final String SANDBOX = "adfleet.test.sandbox";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private Sandbox sandbox;
  private HttpServer own;

  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("outside-world");
      sandbox =
          Sandbox.start(SandboxConfig.forTests(Path.of("src/test/resources/worlds/shop"), data));
      System.setProperty(SANDBOX, "http://127.0.0.1:" + sandbox.httpPort());
      own = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      own.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      own.createContext("/realms/adfleet/protocol/openid-connect/token", this::serviceToken);
      own.createContext("/internal/access-tokens", this::accessToken);
      own.start();
      String address = "http://127.0.0.1:" + own.getAddress().getPort();
      Map<String, String> config = new HashMap<>();
      config.put("adfleet.meta.graph.url", System.getProperty(SANDBOX));
      config.put("adfleet.meta.insights.first-look", "PT0.02S");
      config.put("adfleet.meta.insights.slowest-look", "PT0.2S");
      config.put("adfleet.meta.insights.start-within", "PT2S");
      config.put("adfleet.ingest.tokens.connections-url", address);
      config.put(
          "adfleet.ingest.tokens.issuer-token-url",
          address + "/realms/adfleet/protocol/openid-connect/token");
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts faults in force, as JSON; {@code []} for none. */
  static void faults(String json) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(System.getProperty(SANDBOX) + "/control/faults"))
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** The shop's own date. */
  static LocalDate today() {
    URI control = URI.create(System.getProperty(SANDBOX) + "/control");
    for (JsonNode account : json(HttpRequest.newBuilder(control).GET()).path("items")) {
      if (account.path("account_id").asText().equals(SHOP)) {
        return LocalDate.parse(account.path("today").asText());
      }
    }
    throw new IllegalStateException("the world has no such account");
  }

  private void serviceToken(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean ours =
        form.contains("grant_type=client_credentials")
            && form.contains("client_id=adfleet-ingest-meta");
    answer(
        exchange,
        ours ? 200 : 401,
        "{\"access_token\":\"the-service\",\"expires_in\":60,\"token_type\":\"Bearer\"}");
  }

  /** Each connection is consented to once, when its token is first asked for. */
  private void accessToken(HttpExchange exchange) throws IOException {
    JsonNode asked = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    if (!"Bearer the-service".equals(exchange.getRequestHeaders().getFirst("authorization"))) {
      answer(exchange, 401, "{}");
      return;
    }
    if (asked.path("connection_id").asText().startsWith(LOST)) {
      answer(exchange, 409, "{\"type\":\"needs_reauth\",\"status\":409}");
      return;
    }
    answer(
        exchange,
        200,
        Json.mapper()
            .createObjectNode()
            .put(
                "access_token",
                tokens.computeIfAbsent(asked.path("connection_id").asText(), first -> consent()))
            .put("expires_at", Clock.systemUTC().instant().plusSeconds(3_599).toString())
            .toString());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String consent() {
    String back = "http://127.0.0.1:1/back";
    HttpResponse<String> answer =
        send(
            form(
                "/v24.0/dialog/oauth",
                Map.of(
                    "client_id", SandboxConfig.LOCAL_CLIENT.id(),
                    "redirect_uri", back,
                    "response_type", "code",
                    "scope", "ads_read",
                    "state", "s")));
    String location = answer.headers().firstValue("location").orElseThrow();
    String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    return json(form(
            "/v24.0/oauth/access_token",
            Map.of(
                "client_id", SandboxConfig.LOCAL_CLIENT.id(),
                "client_secret", SandboxConfig.LOCAL_CLIENT.secret(),
                "redirect_uri", back,
                "code", URLDecoder.decode(code, StandardCharsets.UTF_8))))
        .path("access_token")
        .asText();
  }

  private static HttpRequest.Builder form(String path, Map<String, String> fields) {
    return HttpRequest.newBuilder(URI.create(System.getProperty(SANDBOX) + path))
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(
            BodyPublishers.ofString(
                fields.entrySet().stream()
                    .map(f ->
                        f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))));
  }

  private static JsonNode json(HttpRequest.Builder request) {
    try {
      return Json.mapper().readTree(send(request).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (own != null) {
      own.stop(0);
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
