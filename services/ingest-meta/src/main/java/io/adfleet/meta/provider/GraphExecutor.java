package io.adfleet.meta.provider;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APIRequest;
import io.adfleet.contracts.Json;
import io.adfleet.defaults.Answers;
import io.adfleet.meta.MetaConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the vendor's library sends its requests: with deadlines, to the configured address and no
 * other, the token in a header instead of in the address.
 */
final class GraphExecutor implements APIRequest.IRequestExecutor {

  /** Under which name the HTTP status stands among the headers. */
  static final String STATUS = ":status";

  private static final String TOKEN = "access_token";

  private final HttpClient http;
  private final String authority;
  private final Duration deadline;

  GraphExecutor(MetaConfig.Graph config) {
    this.authority = config.url().getAuthority();
    this.deadline = config.deadline();
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public APIRequest.ResponseWrapper execute(
      String method, String url, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return switch (method) {
      case "GET" -> sendGet(url, parameters, context);
      case "POST" -> sendPost(url, parameters, context);
      case "DELETE" -> sendDelete(url, parameters, context);
      default -> throw new IllegalArgumentException("no such method: " + method);
    };
  }

  @Override
  public APIRequest.ResponseWrapper sendGet(
      String url, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return send(request(withQuery(url, parameters), context).GET());
  }

  @Override
  public APIRequest.ResponseWrapper sendPost(
      String url, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    String form = withQuery("", parameters).substring(1);
    return send(
        request(url, context)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Override
  public APIRequest.ResponseWrapper sendDelete(
      String url, Map<String, Object> parameters, APIContext context)
      throws APIException, IOException {
    return send(request(withQuery(url, parameters), context).DELETE());
  }

  private static String withQuery(String url, Map<String, Object> parameters) throws IOException {
    Map<String, Object> rest = new HashMap<>(parameters);
    rest.remove(TOKEN);
    return APIRequest.RequestHelper.constructUrlString(url, rest);
  }

  private HttpRequest.Builder request(String url, APIContext context) throws IOException {
    URI address = URI.create(url);
    if (!authority.equals(address.getAuthority())) {
      throw new IOException("an address of another host: " + address.getHost());
    }
    return HttpRequest.newBuilder(address)
        .timeout(deadline)
        .header("Authorization", "Bearer " + context.getAccessToken())
        .header("Accept", "application/json")
        .header("User-Agent", APIRequest.USER_AGENT);
  }

  private APIRequest.ResponseWrapper send(HttpRequest.Builder request)
      throws APIException, IOException {
    HttpResponse<String> answer;
    try {
      answer =
          Answers.whole(
              http, request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8), deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    String headers = headers(answer);
    if (answer.statusCode() / 100 != 2) {
      throw new APIException.FailedRequestException(headers, answer.body(), null);
    }
    return new APIRequest.ResponseWrapper(answer.body(), headers);
  }

  /** What the library hands on of headers: their names in small letters, as JSON. */
  private static String headers(HttpResponse<?> answer) throws IOException {
    Map<String, String> headers = new HashMap<>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    headers.put(STATUS, Integer.toString(answer.statusCode()));
    return Json.mapper().writeValueAsString(headers);
  }
}
