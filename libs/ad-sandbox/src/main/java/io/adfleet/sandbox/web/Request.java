package io.adfleet.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.store.JsonFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a handler sees it. */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  /** A parameter of the address, or null where it is missing or empty. */
  public @Nullable String parameter(String name) {
    String value = query.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A header by its lower-case name, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The fields of a posted form, whichever of the two ways it is written in. */
  public Map<String, String> form() {
    String type = header("content-type");
    return type != null && type.startsWith(Multipart.TYPE)
        ? Multipart.fields(type, body)
        : decode(new String(body, StandardCharsets.UTF_8));
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JsonFile.JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw ProblemException.unreadable("The body is not JSON: " + e.getOriginalMessage() + ".");
    }
  }

  /** The pairs of a query or an encoded form; of a name that is there twice the last. */
  public static Map<String, String> decode(@Nullable String encoded) {
    Map<String, String> decoded = new LinkedHashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.isEmpty()) {
        decoded.put(unescaped(name), equals < 0 ? "" : unescaped(pair.substring(equals + 1)));
      }
    }
    return decoded;
  }

  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unreadable("The address or form is not URL-encoded.");
    }
  }
}
