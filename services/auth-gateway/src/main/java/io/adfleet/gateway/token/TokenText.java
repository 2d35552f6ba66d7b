package io.adfleet.gateway.token;

import io.adfleet.gateway.Digests;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The text of an API token: {@code adf_}, 32 random bytes in base 62 (43 characters) and a checksum
 * of 6, so that a mistyped one is refused without asking the database and a leaked one is found by
 * scanners.
 */
public record TokenText(String text) {

  public static final String PREFIX = "adf_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BYTES = 32;
  private static final int BODY = 43;
  private static final int CHECK = 6;
  private static final int ENDING = 4;

  /** The token of these random bytes. */
  static TokenText of(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("a token is made of " + BYTES + " random bytes");
    }
    String body = PREFIX + base62(new BigInteger(1, random), BODY);
    return new TokenText(body + checksum(body));
  }

  /** Whether this text can be a token at all. */
  public boolean wellFormed() {
    if (text.length() != PREFIX.length() + BODY + CHECK || !text.startsWith(PREFIX)) {
      return false;
    }
    String body = text.substring(0, PREFIX.length() + BODY);
    return checksum(body).equals(text.substring(body.length()));
  }

  /** What the database knows of it. */
  public byte[] hash() {
    return Digests.sha256(text);
  }

  /** Its last characters, by which its owner recognises it. */
  String ending() {
    return text.substring(text.length() - ENDING);
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return base62(BigInteger.valueOf(crc.getValue()), CHECK);
  }

  private static String base62(BigInteger number, int length) {
    StringBuilder digits = new StringBuilder();
    BigInteger rest = number;
    BigInteger base = BigInteger.valueOf(ALPHABET.length());
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      digits.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.reverse().toString();
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
