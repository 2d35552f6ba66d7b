package io.adfleet.connections.link;

import io.adfleet.connections.credential.Keyring;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The {@code state} of a consent: the workspace and a name, signed. Who may use it is kept under
 * that name; the signature only lets a state of ours be told from others before a workspace is
 * known.
 *
 * @param verifier the PKCE code verifier that belongs to it
 */
record StateToken(UUID workspace, UUID id, String text, String verifier) {

  private static final String SIGNATURE = "oauth-state";
  private static final String PROOF = "oauth-pkce";
  private static final int IDS = 32;
  private static final int MAC = 32;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  static StateToken of(Keyring keyring, UUID workspace, UUID id) {
    byte[] ids = ids(workspace, id);
    byte[] signature = keyring.sign(SIGNATURE, ids);
    return new StateToken(
        workspace,
        id,
        TEXT.encodeToString(ByteBuffer.allocate(IDS + MAC).put(ids).put(signature).array()),
        TEXT.encodeToString(keyring.sign(PROOF, ids)));
  }

  /** Reads a state; nothing if it isn't one of ours. */
  static Optional<StateToken> read(Keyring keyring, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != IDS + MAC) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    UUID workspace = new UUID(in.getLong(), in.getLong());
    UUID id = new UUID(in.getLong(), in.getLong());
    byte[] signature = new byte[MAC];
    in.get(signature);
    return keyring
        .signedWith(SIGNATURE, ids(workspace, id), signature, PROOF)
        .map(proof -> new StateToken(workspace, id, text, TEXT.encodeToString(proof)));
  }

  /** The S256 challenge of its verifier. */
  String challenge() {
    try {
      return TEXT.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] ids(UUID workspace, UUID id) {
    return ByteBuffer.allocate(IDS)
        .putLong(workspace.getMostSignificantBits())
        .putLong(workspace.getLeastSignificantBits())
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public String toString() {
    return "StateToken[id=" + id + "]";
  }
}
