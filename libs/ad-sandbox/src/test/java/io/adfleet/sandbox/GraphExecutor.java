package io.adfleet.sandbox;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APIRequest;
import com.google.gson.Gson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Lets Meta's own client ask over plain HTTP, which its usual executor refuses. */
final class GraphExecutor implements APIRequest.IRequestExecutor {

  static final AtomicInteger REQUESTS = new AtomicInteger();

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public APIRequest.ResponseWrapper execute(
      String method, String address, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return switch (method) {
      case "GET" -> sendGet(address, parameters, context);
      case "POST" -> sendPost(address, parameters, context);
      default -> sendDelete(address, parameters, context);
    };
  }

  @Override
  public APIRequest.ResponseWrapper sendGet(
      String address, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return send(HttpRequest.newBuilder(URI.create(withQuery(address, parameters))).GET());
  }

  @Override
  public APIRequest.ResponseWrapper sendPost(
      String address, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(parameters))));
  }

  @Override
  public APIRequest.ResponseWrapper sendDelete(
      String address, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return send(HttpRequest.newBuilder(URI.create(withQuery(address, parameters))).DELETE());
  }

  private APIRequest.ResponseWrapper send(HttpRequest.Builder request)
      throws APIException, IOException {
    REQUESTS.incrementAndGet();
    HttpResponse<String> answer;
    try {
      answer = http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.put(":status", List.of("" + answer.statusCode()));
    String said = new Gson().toJson(headers);
    if (answer.statusCode() != 200) {
      throw new APIException.FailedRequestException(said, answer.body(), null);
    }
    return new APIRequest.ResponseWrapper(answer.body(), said);
  }

  private static String withQuery(String address, Map<String, Object> parameters) {
    return parameters.isEmpty()
        ? address
        : address + (address.contains("?") ? "&" : "?") + form(parameters);
  }

  private static String form(Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .map(pair ->
            pair.getKey() + "=" + URLEncoder.encode(text(pair.getValue()), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String text(Object value) {
    return value instanceof List<?> || value instanceof HashMap<?, ?>
        ? new Gson().toJson(value)
        : String.valueOf(value);
  }
}
