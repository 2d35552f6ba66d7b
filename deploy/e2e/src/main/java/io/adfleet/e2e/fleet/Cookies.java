package io.adfleet.e2e.fleet;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser's cookies: like browsers it sends secure ones to the loopback interface, too. */
final class Cookies extends CookieManager {

  Cookies() {
    super(null, CookiePolicy.ACCEPT_ALL);
  }

  @Override
  public void put(URI from, Map<String, List<String>> headers) throws IOException {
    Map<String, List<String>> kept = new HashMap<>();
    headers.forEach((name, values) ->
        kept.put(
            name,
            name != null && name.equalsIgnoreCase("Set-Cookie")
                ? values.stream().map(v -> v.replaceAll("(?i);\\s*secure", "")).toList()
                : values));
    super.put(from, kept);
  }
}
