package io.adfleet.e2e.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of a browser: signs in through Keycloak's page and then asks the API. */
public final class Person {

  private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final String gateway;

  private Person(HttpClient http, String gateway) {
    this.http = http;
    this.gateway = gateway;
  }

  /** Signs in. */
  public static Person signIn(Fleet fleet, String email, String password) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    Person person = new Person(http, fleet.gateway());
    HttpResponse<String> page =
        person.send(HttpRequest.newBuilder(URI.create(fleet.gateway() + "/auth/login")));
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new E2eException("There is no sign-in page, but " + page.statusCode() + ".");
    }
    String action = form.group(1).replace("&amp;", "&");
    person.send(
        HttpRequest.newBuilder(page.uri().resolve(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form(Map.of("username", email, "password", password, "credentialId", "")))));
    int status = person.get("/api/me").statusCode();
    if (status != 200) {
      throw new E2eException(email + " is not signed in: /api/me answers " + status + ".");
    }
    return person;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Asks for a path. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(gateway + path)));
  }

  /** Makes something; must succeed. */
  public JsonNode post(String path, Object body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", "application/json")
                .header("X-Adfleet-Request", "1")
                .header("Origin", gateway)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))));
    return json(answer, 201);
  }

  /** Sends any request with this person's cookies. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(http, request);
  }

  static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new E2eException("There is no answer: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted while waiting for an answer.", e);
    }
  }

  /** The JSON of an answer that has the expected status. */
  static JsonNode json(HttpResponse<String> answer, int expected) {
    if (answer.statusCode() != expected) {
      throw new E2eException(
          "%s answers %d instead of %d: %s"
              .formatted(answer.uri(), answer.statusCode(), expected, answer.body()));
    }
    try {
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new E2eException(answer.uri() + " answers no JSON.", e);
    }
  }
}
