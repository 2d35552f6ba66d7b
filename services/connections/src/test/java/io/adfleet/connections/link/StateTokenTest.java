package io.adfleet.connections.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.connections.credential.Keyring;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateTokenTest {

  private static final String KEY =
      "00112233445566778899aabbccddeeff0123456789abcdef0f1e2d3c4b5a6978";
  private static final String NEXT =
      "ffeeddccbbaa99887766554433221100fedcba98765432100123456789abcdef";

  private final Keyring keyring = Keyring.of(KEY, List.of());
  private final UUID workspace = UUID.randomUUID();
  private final UUID id = UUID.randomUUID();

  @Test
  void isReadBackWithItsVerifier() {
    StateToken token = StateToken.of(keyring, workspace, id);
    assertThat(StateToken.read(keyring, token.text())).contains(token);
    assertThat(token.verifier()).hasSizeBetween(43, 128);
    assertThat(token.challenge()).isNotEqualTo(token.verifier());
    assertThat(token.text()).doesNotContain(token.verifier());
  }

  @Test
  void isReadAfterTheKeyWasRotated() {
    StateToken token = StateToken.of(keyring, workspace, id);
    assertThat(StateToken.read(Keyring.of(NEXT, List.of(KEY)), token.text())).contains(token);
  }

  @Test
  void anythingElseIsNotOurs() {
    String text = StateToken.of(keyring, workspace, id).text();
    String changed = (text.startsWith("A") ? "B" : "A") + text.substring(1);
    assertThat(StateToken.read(keyring, changed)).isEmpty();
    assertThat(StateToken.read(keyring, "")).isEmpty();
    assertThat(StateToken.read(keyring, "%%%")).isEmpty();
    assertThat(StateToken.read(Keyring.of(NEXT, List.of()), text)).isEmpty();
  }
}
