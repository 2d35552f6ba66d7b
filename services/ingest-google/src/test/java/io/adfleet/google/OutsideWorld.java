package io.adfleet.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adfleet.contracts.Json;
import io.adfleet.sandbox.LoopbackCertificate;
import io.adfleet.sandbox.Sandbox;
import io.adfleet.sandbox.SandboxConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * What stands around the service: the sandbox with the tiny world over TLS, and one small server in
 * place of the identity provider's token door and of the connections service's.
 */
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {

  /** The account of the tiny world and the manager it is reached through. */
  public static final String ACCOUNT = "3522798642";

  public static final String MANAGER = "7294919105";

  /** Connections whose id begins so have lost their consent. */
  public static final String LOST = "00000409-";

  private static final String SANDBOX = "adfleet.test.sandbox";
  private static final String ISSUED = "adfleet.test.issued";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Sandbox sandbox;
  private HttpServer own;
  private String refreshToken = "";

  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("outside-world");
      LoopbackCertificate certificate = LoopbackCertificate.create(data.resolve("tls"));
      System.setProperty("javax.net.ssl.trustStore", certificate.trustStore().toString());
      System.setProperty("javax.net.ssl.trustStorePassword", LoopbackCertificate.PASSWORD);
      sandbox =
          Sandbox.start(SandboxConfig.forTests(Path.of("src/test/resources/worlds/tiny"), data));
      System.setProperty(SANDBOX, "http://127.0.0.1:" + sandbox.httpPort());
      System.setProperty(ISSUED, "0");
      refreshToken = consent();
      own = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      own.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      own.createContext("/realms/adfleet/protocol/openid-connect/token", this::serviceToken);
      own.createContext("/internal/access-tokens", this::accessToken);
      own.start();
      String address = "http://127.0.0.1:" + own.getAddress().getPort();
      Map<String, String> config = new HashMap<>();
      config.put("adfleet.google.ads.endpoint", "127.0.0.1:" + sandbox.grpcPort());
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
  public static void faults(String json) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(System.getProperty(SANDBOX) + "/control/faults"))
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** What the sandbox says its accounts' today is and the like. */
  public static JsonNode ask(String path) {
    try {
      return Json.mapper()
          .readTree(
              send(HttpRequest.newBuilder(URI.create(System.getProperty(SANDBOX) + path)).GET())
                  .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often an access token was asked for. */
  public static int tokensIssued() {
    return Integer.parseInt(System.getProperty(ISSUED));
  }

  private void serviceToken(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean ours =
        form.contains("grant_type=client_credentials")
            && form.contains("client_id=adfleet-ingest-google");
    answer(
        exchange,
        ours ? 200 : 401,
        "{\"access_token\":\"the-service\",\"expires_in\":60,\"token_type\":\"Bearer\"}");
  }

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
    synchronized (this) {
      System.setProperty(ISSUED, Integer.toString(tokensIssued() + 1));
    }
    JsonNode token = token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    answer(
        exchange,
        token.has("access_token") ? 200 : 409,
        Json.mapper()
            .createObjectNode()
            .put("access_token", token.path("access_token").asText())
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
    String verifier = "v".repeat(64);
    String back = "http://127.0.0.1:1/back";
    HttpResponse<String> answer =
        send(
            form(
                "/o/oauth2/v2/auth",
                Map.of(
                    "client_id", SandboxConfig.LOCAL_CLIENT.id(),
                    "redirect_uri", back,
                    "response_type", "code",
                    "scope", "https://www.googleapis.com/auth/adwords",
                    "state", "s",
                    "code_challenge", sha256(verifier),
                    "code_challenge_method", "S256",
                    "access_type", "offline",
                    "prompt", "consent")));
    String location = answer.headers().firstValue("location").orElseThrow();
    String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    return token(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                java.net.URLDecoder.decode(code, StandardCharsets.UTF_8),
                "redirect_uri",
                back,
                "code_verifier",
                verifier))
        .path("refresh_token")
        .asText();
  }

  private static JsonNode token(Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("client_id", SandboxConfig.LOCAL_CLIENT.id());
    all.put("client_secret", SandboxConfig.LOCAL_CLIENT.secret());
    try {
      return Json.mapper().readTree(send(form("/token", all)).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static String sha256(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
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
