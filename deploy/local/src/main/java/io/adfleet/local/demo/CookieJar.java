package io.adfleet.local.demo;

import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A browser's cookies. Unlike the JDK's own jar it sends secure cookies to the loopback interface,
 * as browsers do.
 */
final class CookieJar {

  private record Kept(String host, HttpCookie cookie) {}

  private final List<Kept> cookies = new ArrayList<>();

  /** Keeps what an answer sets; a cookie that has expired takes its predecessor away. */
  void keep(URI from, List<String> headers) {
    for (String header : headers) {
      for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
        if (cookie.getPath() == null) {
          cookie.setPath("/");
        }
        cookies.removeIf(kept ->
            kept.host().equals(from.getHost())
                && kept.cookie().getName().equals(cookie.getName())
                && kept.cookie().getPath().equals(cookie.getPath()));
        if (cookie.getMaxAge() != 0 && !cookie.hasExpired()) {
          cookies.add(new Kept(from.getHost(), cookie));
        }
      }
    }
  }

  /** The header for a request; empty when there is nothing to send. */
  String header(URI to) {
    return cookies.stream()
        .filter(kept -> kept.host().equals(to.getHost()))
        .filter(kept -> to.getPath().startsWith(kept.cookie().getPath()))
        .map(kept -> kept.cookie().getName() + "=" + kept.cookie().getValue())
        .collect(Collectors.joining("; "));
  }
}
