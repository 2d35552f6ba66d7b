package io.adfleet.gateway.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule of which addresses the app answers itself, from the one page there is. */
final class Addresses {

  /** Paths of machines; what is missing there is a problem, never the page. */
  private static final Pattern MACHINES =
      Pattern.compile("/(?:api|assets|auth|internal|live|oauth|q|v1)(?:/.*)?");

  private static final Pattern OWN = Pattern.compile("/start|/w/.+");
  private static final Pattern FILE = Pattern.compile(".*\\.[^/]*");

  private Addresses() {}

  /**
   * Whether the page stands there: where the app has something to show, and where a person came by
   * a mistyped address, so that the app can say so.
   */
  static boolean ofApp(String path, @Nullable String accepted) {
    if (path.equals("/") || OWN.matcher(path).matches()) {
      return true;
    }
    return accepted != null
        && accepted.contains("text/html")
        && !MACHINES.matcher(path).matches()
        && !FILE.matcher(path).matches();
  }
}
