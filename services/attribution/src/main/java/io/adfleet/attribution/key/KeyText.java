package io.adfleet.attribution.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The text of a pixel key: {@code pk_} and 24 random bytes. */
public record KeyText(String text) {

  private static final String PREFIX = "pk_";
  private static final int BYTES = 24;
  private static final int ENDING = 4;
  private static final Pattern FORM = Pattern.compile("pk_[A-Za-z0-9_-]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeyText fresh() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new KeyText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Whether it can be a key at all. */
  public boolean isWellFormed() {
    return FORM.matcher(text).matches();
  }

  /** What the database knows of it. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Its last characters, by which its owner recognises it. */
  String ending() {
    return text.substring(text.length() - ENDING);
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
