package io.adfleet.testing;

import java.util.Map;

/**
 * Somebody who asks.
 *
 * @param who what a fault calls them
 * @param headers what they show at the door
 */
public record Visitor(String who, Map<String, String> headers) {

  /** Who shows nothing. */
  public static final Visitor NOBODY = new Visitor("nobody", Map.of());

  /** Who shows a token. */
  public static Visitor bearing(String who, String token) {
    return new Visitor(who, Map.of("Authorization", "Bearer " + token));
  }
}
