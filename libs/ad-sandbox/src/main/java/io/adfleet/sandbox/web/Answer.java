package io.adfleet.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.adfleet.sandbox.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What is answered to a request. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

  /** A JSON value. */
  public static Answer json(int status, Object value) {
    try {
      return of(status, "application/json", JsonFile.JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written", e);
    }
  }

  /** A page. */
  public static Answer html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of some content type. */
  public static Answer of(int status, String contentType, byte[] body) {
    return new Answer(
        status, Map.of("Content-Type", contentType, "Cache-Control", "no-store"), body);
  }

  /** Go there instead. */
  public static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", location, "Cache-Control", "no-store"), new byte[0]);
  }

  /** The same with one header more. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  static Answer problem(ProblemException problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", problem.title());
    body.put("status", problem.status());
    body.put("detail", problem.getMessage());
    body.put("trace_id", HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    body.put("errors", problem.errors());
    return json(problem.status(), body).with("Content-Type", "application/problem+json");
  }
}
