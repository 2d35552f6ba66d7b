package io.adfleet.sandbox.meta.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.store.JsonFile;
import io.adfleet.sandbox.web.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of the Graph API.
 *
 * @param method the HTTP method in capitals
 * @param root the address before the path, with the version the caller wrote
 * @param path the parts of the path after the version
 * @param parameters those of the query and of the form
 */
public record GraphCall(
    String method, String root, List<String> path, Map<String, String> parameters) {

  /** The call of a request. */
  public static GraphCall of(Request request) {
    Map<String, String> parameters = new LinkedHashMap<>(request.query());
    if (request.body().length > 0) {
      parameters.putAll(request.form());
    }
    String authorization = request.header("authorization");
    if (authorization != null) {
      parameters.putIfAbsent("access_token", authorization.replaceFirst("(?i)^\\w+\\s+", ""));
    }
    String host = Objects.requireNonNullElse(request.header("host"), "127.0.0.1");
    return of(request.method(), "http://" + host, request.path(), parameters);
  }

  /** A call inside a batch, with a relative address. */
  public GraphCall within(String itsMethod, String relativeUrl, @Nullable String body) {
    String[] halves = relativeUrl.replaceFirst("^/+", "").split("\\?", 2);
    Map<String, String> its =
        new LinkedHashMap<>(Request.decode(halves.length > 1 ? halves[1] : null));
    its.putAll(Request.decode(body));
    for (String inherited : List.of("access_token", "appsecret_proof")) {
      if (parameters.containsKey(inherited)) {
        its.putIfAbsent(inherited, parameters.get(inherited));
      }
    }
    String host = root.replaceFirst("(://[^/]*).*", "$1");
    return of(itsMethod.toUpperCase(Locale.ROOT), host, "/" + halves[0], its);
  }

  /** The part of a call for many ids that is about one of them. */
  public GraphCall about(String id, @Nullable String edge) {
    Map<String, String> its = new LinkedHashMap<>(parameters);
    its.remove("ids");
    return new GraphCall(method, root, edge == null ? List.of(id) : List.of(id, edge), its);
  }

  private static GraphCall of(
      String method, String host, String path, Map<String, String> parameters) {
    List<String> parts =
        new ArrayList<>(Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList());
    boolean versioned = !parts.isEmpty() && parts.getFirst().matches("v\\d+\\.\\d+");
    String root = versioned ? host + "/" + parts.removeFirst() : host;
    return new GraphCall(method, root, List.copyOf(parts), parameters);
  }

  /** A parameter, or null where it is missing or empty. */
  public @Nullable String text(String name) {
    String value = parameters.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A parameter, or empty text. */
  public String textOrEmpty(String name) {
    return Objects.requireNonNullElse(text(name), "");
  }

  /** A list, as JSON or with commas; empty where it is missing. */
  public List<String> words(String name) {
    String value = text(name);
    if (value == null) {
      return List.of();
    }
    if (!value.startsWith("[")) {
      return Arrays.stream(value.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
    }
    List<String> words = new ArrayList<>();
    json(name).forEach(word -> words.add(word.asText()));
    return words;
  }

  /** A parameter that is JSON. */
  public JsonNode json(String name) {
    try {
      return JsonFile.JSON.readTree(textOrEmpty(name));
    } catch (JsonProcessingException e) {
      throw Failures.parameter("param " + name + " must be valid JSON.");
    }
  }

  /** A whole number from 1 up, or another where it is missing. */
  public int count(String name, int otherwise) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[1-9]\\d{0,6}")) {
      throw Failures.parameter("Param " + name + " must be an integer greater than 0");
    }
    return Integer.parseInt(value);
  }

  /** The address of the same call with one parameter set and another left out. */
  public String addressWith(String name, String value, String without) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.remove(without);
    all.remove("appsecret_proof");
    all.put(name, value);
    String query =
        all.entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    return root + "/" + String.join("/", path) + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
