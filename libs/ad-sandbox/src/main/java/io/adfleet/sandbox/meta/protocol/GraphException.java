package io.adfleet.sandbox.meta.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that is answered with an error of the Graph API. */
public final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final int code;
  private final @Nullable Integer subcode;
  private final boolean isTransient;
  private final @Nullable String userTitle;
  private final @Nullable String userMessage;

  GraphException(int status, String type, int code, @Nullable Integer subcode, String message) {
    this(status, type, code, subcode, message, false, null, null);
  }

  private GraphException(
      int status,
      String type,
      int code,
      @Nullable Integer subcode,
      String message,
      boolean isTransient,
      @Nullable String userTitle,
      @Nullable String userMessage) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.subcode = subcode;
    this.isTransient = isTransient;
    this.userTitle = userTitle;
    this.userMessage = userMessage;
  }

  /** The same, worth another try. */
  GraphException passing() {
    return new GraphException(
        status, type, code, subcode, getMessage(), true, userTitle, userMessage);
  }

  /** The same with words for a person. */
  GraphException saying(String title, String sentence) {
    return new GraphException(
        status, type, code, subcode, getMessage(), isTransient, title, sentence);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The error code. */
  public int code() {
    return code;
  }

  /** The error as JSON. */
  public Map<String, Object> body(String traceId) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", getMessage());
    error.put("type", type);
    error.put("code", code);
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    error.put("is_transient", isTransient);
    if (userTitle != null) {
      error.put("error_user_title", userTitle);
      error.put("error_user_msg", userMessage);
    }
    error.put("fbtrace_id", traceId);
    return Map.of("error", error);
  }
}
