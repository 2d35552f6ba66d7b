package io.adfleet.connections.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** The current key, which seals, and those before it, which only open. */
public final class Keyring {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Key current;
  private final List<Key> all;
  private final SecureRandom random = new SecureRandom();

  private Keyring(Key current, List<Key> old) {
    this.current = current;
    this.all = Stream.concat(Stream.of(current), old.stream()).toList();
  }

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException with the reason, and without the key
   */
  public static Keyring of(String currentHex, List<String> oldHex) {
    return new Keyring(Key.ofHex(currentHex), oldHex.stream().map(Key::ofHex).toList());
  }

  /** Seals a secret for one connection; anywhere else it won't open. */
  Sealed seal(UUID workspace, UUID connection, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, workspace, connection);
      return new Sealed(
          current.id(), nonce, cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /**
   * Opens a secret.
   *
   * @throws IllegalStateException if the key is gone, or the secret was changed or moved
   */
  String open(UUID workspace, UUID connection, Sealed sealed) {
    Key key =
        all.stream()
            .filter(one -> one.id().equals(sealed.keyId()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException(
                    "key "
                        + sealed.keyId()
                        + " is missing: add it to ENCRYPTION_KEYS_OLD to open what it sealed"));
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), workspace, connection);
      return new String(cipher.doFinal(sealed.bytes()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the credential of connection " + connection + " was changed or moved", e);
    }
  }

  /** Whether something was sealed with the current key. */
  boolean isCurrent(Sealed sealed) {
    return sealed.keyId().equals(current.id());
  }

  /** A fingerprint of a message for one purpose, by the current key. */
  public byte[] sign(String purpose, byte[] message) {
    return current.mac(purpose, message);
  }

  /** The fingerprint of another purpose by the key that made this one, if one of ours made it. */
  public Optional<byte[]> signedWith(
      String purpose, byte[] message, byte[] signature, String otherPurpose) {
    return all.stream()
        .filter(key -> MessageDigest.isEqual(key.mac(purpose, message), signature))
        .findFirst()
        .map(key -> key.mac(otherPurpose, message));
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce, UUID workspace, UUID connection)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bytes(workspace));
    cipher.updateAAD(bytes(connection));
    return cipher;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
