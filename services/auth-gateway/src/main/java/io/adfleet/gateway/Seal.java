package io.adfleet.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what must not be readable in the database: AES-256-GCM, a random nonce, the id of the key
 * in front, and associated data that ties the sealed bytes to their row.
 */
@ApplicationScoped
public class Seal {

  private static final byte FORMAT = 1;
  private static final int KEY_ID = 4;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final byte[] keyId;

  @Inject
  Seal(GatewayConfig config) {
    this(
        config
            .encryptionKey()
            .map(hex -> HexFormat.of().parseHex(hex.strip()))
            .orElseGet(() -> Digests.sha256("the key of a gateway that runs locally")));
  }

  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    this.keyId = Arrays.copyOf(Digests.sha256(HexFormat.of().formatHex(key)), KEY_ID);
  }

  /** Seals a text for one row. */
  public byte[] seal(String text, byte[] associated) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, nonce, associated, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + KEY_ID + NONCE + sealed.length)
        .put(FORMAT)
        .put(keyId)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** Opens what {@link #seal} sealed for the same row. */
  public String open(byte[] sealed, byte[] associated) {
    ByteBuffer in = ByteBuffer.wrap(sealed);
    byte[] id = new byte[KEY_ID];
    byte[] nonce = new byte[NONCE];
    if (sealed.length < 1 + KEY_ID + NONCE || in.get() != FORMAT) {
      throw new UnreadableSeal("not sealed by this gateway", null);
    }
    in.get(id).get(nonce);
    if (!Arrays.equals(id, keyId)) {
      throw new UnreadableSeal("sealed with another ENCRYPTION_KEY", null);
    }
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    return new String(crypt(Cipher.DECRYPT_MODE, nonce, associated, rest), StandardCharsets.UTF_8);
  }

  /** The same; empty where another key sealed it or it was changed. */
  public Optional<String> tryOpen(byte[] sealed, byte[] associated) {
    try {
      return Optional.of(open(sealed, associated));
    } catch (UnreadableSeal e) {
      return Optional.empty();
    }
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] associated, byte[] in) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated);
      return cipher.doFinal(in);
    } catch (GeneralSecurityException e) {
      throw new UnreadableSeal("the sealed bytes were changed or belong to another row", e);
    }
  }

  /** What was read cannot be opened with the present key. */
  public static final class UnreadableSeal extends RuntimeException {
    UnreadableSeal(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
