package io.adfleet.connections.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A 32-byte key. It never prints itself. */
final class Key {

  private static final int BYTES = 32;
  private static final int LEAST_DIFFERENT_BYTES = 12;

  private final byte[] bytes;
  private final String id;

  private Key(byte[] bytes) {
    this.bytes = bytes;
    this.id = HexFormat.of().formatHex(sha256(bytes), 0, 4);
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException with the reason, and without the key
   */
  static Key ofHex(String hex) {
    String text = hex.strip();
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not written in hex", null);
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "has " + text.length() + " hex digits where 64 are needed");
    }
    long different = IntStream.range(0, BYTES).map(i -> bytes[i]).distinct().count();
    if (different < LEAST_DIFFERENT_BYTES) {
      throw new IllegalArgumentException("is too easy to guess");
    }
    return new Key(bytes);
  }

  /** Names the key without telling it. */
  String id() {
    return id;
  }

  SecretKeySpec aes() {
    return new SecretKeySpec(bytes, "AES");
  }

  /** A keyed fingerprint for one purpose. */
  byte[] mac(String purpose, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      byte[] derived = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(derived, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Key[" + id + "]";
  }
}
