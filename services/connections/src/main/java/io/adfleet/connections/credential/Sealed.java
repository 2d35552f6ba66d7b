package io.adfleet.connections.credential;

/**
 * A secret nobody reads without its key.
 *
 * @param keyId names the key
 */
public record Sealed(String keyId, byte[] nonce, byte[] bytes) {

  @Override
  public String toString() {
    return "Sealed[keyId=" + keyId + "]";
  }
}
