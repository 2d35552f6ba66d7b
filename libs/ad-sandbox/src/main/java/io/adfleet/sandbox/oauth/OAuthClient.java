package io.adfleet.sandbox.oauth;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one application that is registered: its id and secret.
 *
 * @param redirects addresses that browsers may be sent back to beside those of this machine
 */
public record OAuthClient(String id, String secret, List<String> redirects) {

  /** This machine, and names that are reserved for tests. */
  private static final Pattern LOCAL =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|.*\\.(?:localhost|test)");

  /** An application of this machine. */
  public OAuthClient(String id, String secret) {
    this(id, secret, List.of());
  }

  /** Whether a browser may be sent back to that address. */
  public boolean takesBack(String address) {
    try {
      URI uri = URI.create(address);
      boolean absolute =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getFragment() == null
              && address.chars().noneMatch(c -> c < ' ');
      return absolute && (redirects.contains(address) || LOCAL.matcher(uri.getHost()).matches());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
