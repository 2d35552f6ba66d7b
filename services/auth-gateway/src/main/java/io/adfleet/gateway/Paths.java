package io.adfleet.gateway;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of paths: which are guarded, what they name, and which way of writing them counts. */
public final class Paths {

  private static final Pattern WORKSPACE = Pattern.compile("/api/workspaces/([^/]+)(?:/.*)?");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Paths() {}

  /** Whether only somebody known may go on. */
  public static boolean guarded(String path) {
    return under(path, "/api") || under(path, "/oauth") || under(path, "/v1");
  }

  /**
   * Whether anybody may come without being known: the shops' pixels, who bring a key of their own.
   */
  public static boolean open(String path) {
    return path.equals("/v1/pixel-events");
  }

  /** Whether a path is written the one way that counts: no dots, doubles or needless escapes. */
  public static boolean canonical(String raw, String normalized) {
    return raw.equals(normalized) && !raw.contains("//") && raw.indexOf(';') < 0;
  }

  /** What the path says between {@code /api/workspaces/} and the next slash. */
  public static Optional<String> workspace(String path) {
    Matcher matcher = WORKSPACE.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** An id as we write it. */
  public static Optional<UUID> uuid(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static boolean under(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
