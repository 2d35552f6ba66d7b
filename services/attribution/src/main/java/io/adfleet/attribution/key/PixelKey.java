package io.adfleet.attribution.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A shop's key.
 *
 * @param ending the key's last characters
 * @param origins pages that may use it; none for any
 */
public record PixelKey(
    UUID workspace,
    UUID id,
    String name,
    String ending,
    List<String> origins,
    UUID createdBy,
    Instant createdAt) {

  /** Whether a page may use it. Something that is no browser names no origin. */
  public boolean allows(String origin) {
    return origins.isEmpty() || origin.isEmpty() || origins.contains(origin);
  }
}
