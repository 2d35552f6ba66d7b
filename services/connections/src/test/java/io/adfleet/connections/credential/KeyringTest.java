package io.adfleet.connections.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyringTest {

  private static final String KEY =
      "00112233445566778899aabbccddeeff0123456789abcdef0f1e2d3c4b5a6978";
  private static final String NEXT =
      "ffeeddccbbaa99887766554433221100fedcba98765432100123456789abcdef";

  private final UUID workspace = UUID.randomUUID();
  private final UUID connection = UUID.randomUUID();
  private final Keyring keyring = Keyring.of(KEY, List.of());

  @Test
  void opensWhatItSealed() {
    Sealed sealed = keyring.seal(workspace, connection, "1//refresh");
    assertThat(keyring.open(workspace, connection, sealed)).isEqualTo("1//refresh");
    assertThat(new String(sealed.bytes())).doesNotContain("refresh");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    Sealed one = keyring.seal(workspace, connection, "same");
    Sealed other = keyring.seal(workspace, connection, "same");
    assertThat(one.nonce()).isNotEqualTo(other.nonce());
    assertThat(one.bytes()).isNotEqualTo(other.bytes());
  }

  @Test
  void doesNotOpenForAnotherConnectionOrWorkspace() {
    Sealed sealed = keyring.seal(workspace, connection, "secret");
    assertThatThrownBy(() -> keyring.open(workspace, UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keyring.open(UUID.randomUUID(), connection, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void doesNotOpenWhatWasChanged() {
    Sealed sealed = keyring.seal(workspace, connection, "secret");
    sealed.bytes()[0] ^= 1;
    assertThatThrownBy(() -> keyring.open(workspace, connection, sealed))
        .hasMessageContaining("changed or moved");
  }

  @Test
  void anEarlierKeyStillOpensAndNoLongerSeals() {
    Sealed old = keyring.seal(workspace, connection, "secret");
    Keyring rotated = Keyring.of(NEXT, List.of(KEY));
    assertThat(rotated.open(workspace, connection, old)).isEqualTo("secret");
    assertThat(rotated.isCurrent(old)).isFalse();
    assertThat(rotated.isCurrent(rotated.seal(workspace, connection, "secret"))).isTrue();
  }

  @Test
  void aMissingKeyIsNamed() {
    Sealed sealed = keyring.seal(workspace, connection, "secret");
    assertThatThrownBy(() -> Keyring.of(NEXT, List.of()).open(workspace, connection, sealed))
        .hasMessageContaining(sealed.keyId())
        .hasMessageContaining("ENCRYPTION_KEYS_OLD");
  }

  @Test
  void refusesKeysThatAreShortNoHexOrEasyToGuess() {
    assertThatThrownBy(() -> Keyring.of("abcd", List.of())).hasMessageContaining("64");
    assertThatThrownBy(() -> Keyring.of("z".repeat(64), List.of())).hasMessageContaining("hex");
    assertThatThrownBy(() -> Keyring.of("0".repeat(64), List.of())).hasMessageContaining("guess");
    assertThatThrownBy(() -> Keyring.of("deadbeef".repeat(8), List.of()))
        .hasMessageContaining("guess");
  }

  @Test
  void nothingPrintsASecret() {
    assertThat(keyring.seal(workspace, connection, "secret").toString()).doesNotContain("secret");
    assertThat(Key.ofHex(KEY).toString()).doesNotContain(KEY.substring(8));
  }
}
