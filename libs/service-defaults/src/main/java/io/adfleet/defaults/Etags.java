package io.adfleet.defaults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Conditional reads: an answer carries the fingerprint of its bytes, an equal one is a 304. */
@ApplicationScoped
public class Etags {

  private static final int BYTES = 16;

  private final ObjectMapper mapper;

  Etags(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The answer, or 304 when {@code If-None-Match} names what would be answered. */
  public Response answer(Object body, @Nullable String ifNoneMatch) {
    try {
      byte[] json = mapper.writeValueAsBytes(body);
      String etag = "\"" + fingerprint(json) + "\"";
      boolean same =
          ifNoneMatch != null
              && Arrays.stream(ifNoneMatch.split(","))
                  .map(String::strip)
                  .anyMatch(t -> t.equals(etag) || t.equals("W/" + etag) || t.equals("*"));
      Response.ResponseBuilder answer = same ? Response.notModified() : Response.ok(json);
      return answer
          .type(MediaType.APPLICATION_JSON)
          .header("ETag", etag)
          .header("Cache-Control", "private, no-cache")
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer can't be written", e);
    }
  }

  private static String fingerprint(byte[] json) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
