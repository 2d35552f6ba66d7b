package io.adfleet.contracts;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names and identities. What adfleet owns is minted as UUIDv7; what a platform owns is named by
 * UUIDv5 over what the platform calls it, so every service computes the same id and reconnecting an
 * account keeps its history.
 */
public final class Ids {

  /** Namespace of every derived id: UUIDv5(URL namespace, "https://adfleet.io/ids"). */
  public static final UUID NAMESPACE =
      nameBased(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://adfleet.io/ids");

  private static final TimeOrderedEpochFactory EVENTS =
      TimeOrderedEpochFactory.builder().withFastRandom().build();

  private Ids() {}

  /** A new time-ordered identity (UUIDv7) for something adfleet owns. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /**
   * The id of a record that is said once: as unique, but guessable, and made in a third of the
   * time.
   */
  public static UUID nextEvent() {
    return EVENTS.create();
  }

  /** The id of an ad account in a workspace. */
  public static UUID accountId(UUID workspace, String platform, String accountExternalId) {
    return nameBased(NAMESPACE, workspace + "|" + platform + "|" + accountExternalId);
  }

  /** The id of a campaign, ad group, ad or asset group in a workspace. */
  public static UUID entityId(
      UUID workspace, String platform, String accountExternalId, String kind, String externalId) {
    return nameBased(
        NAMESPACE,
        workspace + "|" + platform + "|" + accountExternalId + "|" + kind + "|" + externalId);
  }

  /** UUIDv5 (RFC 9562, SHA-1) of a name in a namespace. */
  static UUID nameBased(UUID namespace, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(bytes(namespace));
      byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
      hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
      return new UUID(longAt(hash, 0), longAt(hash, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
  }

  private static byte[] bytes(UUID id) {
    byte[] out = new byte[16];
    for (int i = 0; i < 8; i++) {
      out[i] = (byte) (id.getMostSignificantBits() >>> (56 - 8 * i));
      out[8 + i] = (byte) (id.getLeastSignificantBits() >>> (56 - 8 * i));
    }
    return out;
  }

  private static long longAt(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }
}
