package io.adfleet.e2e.edges;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What came back, as far as claims are about it. */
record Answer(int status, String type, String body) {

  private static final int SHOWN = 160;

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  /** A problem of that status, as RFC 9457 writes it, with a trace id and without inner details. */
  boolean isProblem(int expected) {
    JsonNode problem = json();
    return status == expected
        && type.startsWith("application/problem+json")
        && problem.path("status").asInt() == expected
        && !problem.path("type").asText().isEmpty()
        && !problem.path("title").asText().isEmpty()
        && !problem.path("detail").asText().isEmpty()
        && !problem.path("trace_id").asText().isEmpty()
        && !body.contains("Exception")
        && !body.contains("io.adfleet");
  }

  /** A 422 that names the field with its reason and what to do. */
  boolean isInvalid(String field) {
    if (!isProblem(422)) {
      return false;
    }
    for (JsonNode error : json().path("errors")) {
      if (error.path("field").asText().equals(field)
          && !error.path("reason").asText().isEmpty()
          && !error.path("remedy").asText().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The same but for the trace id. */
  boolean equalsButTrace(Answer other) {
    return status == other.status
        && type.equals(other.type)
        && withoutTrace().equals(other.withoutTrace());
  }

  private String withoutTrace() {
    String trace = json().path("trace_id").asText();
    return trace.isEmpty() ? body : body.replace(trace, "");
  }

  /** The body; nothing if it is no JSON. */
  JsonNode json() {
    try {
      return Json.mapper().readTree(body);
    } catch (IOException e) {
      return Json.mapper().createObjectNode();
    }
  }

  @Override
  public String toString() {
    String text = body.replaceAll("\\s+", " ");
    return status + " " + type + " " + text.substring(0, Math.min(text.length(), SHOWN));
  }
}
