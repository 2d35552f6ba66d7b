package io.adfleet.gateway.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule of where a sign-in may end: on a page of ours, never on another site. */
final class Landing {

  private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~/?=&%-]*");

  private Landing() {}

  static String of(@Nullable String wanted) {
    return wanted != null && OWN.matcher(wanted).matches() && !wanted.startsWith("/auth/")
        ? wanted
        : "/";
  }
}
