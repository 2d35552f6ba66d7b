package io.adfleet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does what a person's browser does: follows redirects, keeps cookies, fills forms. */
final class Browser {

  private static final int MOST_REDIRECTS = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final CookieJar cookies = new CookieJar();
  private final String origin;

  /** A browser that looks at pages of that origin. */
  Browser(String origin) {
    this.origin = origin;
  }

  /** Opens an address of our own site. */
  Page open(String path) {
    return visit(URI.create(origin).resolve(path), null);
  }

  /** Follows a link to any site. */
  Page follow(URI link) {
    return visit(link, null);
  }

  /** Sends a filled form. */
  Page submit(Page.Form form) {
    return visit(form.action(), form.encoded());
  }

  private Page visit(URI address, @Nullable String form) {
    URI at = address;
    @Nullable String body = form;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      HttpRequest.Builder request = request(at).header("Accept", "text/html");
      if (body != null) {
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
      }
      HttpResponse<String> answer = send(at, request);
      String location = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
        return new Page(at, answer.statusCode(), answer.body());
      }
      at = at.resolve(location);
      body = null;
    }
    throw new Trouble(address + " redirects without end.");
  }

  /** Reads from the API as the page's script would. */
  JsonNode get(String path) {
    URI address = URI.create(origin).resolve(path);
    return json(address, send(address, request(address)));
  }

  /** Writes to the API as the page's script would. */
  JsonNode post(String path, JsonNode body) {
    URI address = URI.create(origin).resolve(path);
    HttpRequest.Builder request =
        request(address)
            .header("X-Adfleet-Request", "1")
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return json(address, send(address, request));
  }

  private static JsonNode json(URI address, HttpResponse<String> answer) {
    try {
      if (answer.statusCode() / 100 != 2) {
        throw new Trouble(
            address.getPath() + " answers " + answer.statusCode() + ": " + answer.body());
      }
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new Trouble(address.getPath() + " does not answer JSON: " + answer.body(), e);
    }
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(TIMEOUT).header("User-Agent", "adfleet-local");
    String sent = cookies.header(address);
    return sent.isEmpty() ? request : request.header("Cookie", sent);
  }

  private HttpResponse<String> send(URI address, HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      cookies.keep(address, answer.headers().allValues("Set-Cookie"));
      return answer;
    } catch (IOException e) {
      throw new Trouble(address + " does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while asking " + address + ".", e);
    }
  }
}
