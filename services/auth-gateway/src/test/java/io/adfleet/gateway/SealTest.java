package io.adfleet.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {

  private final Seal seal = new Seal(Digests.sha256("a key"));
  private final byte[] row = Digests.sha256("row 1");

  @Test
  void opensWhatItSealedForTheSameRow() {
    byte[] sealed = seal.seal("a secret", row);
    assertThat(seal.open(sealed, row)).isEqualTo("a secret");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(seal.seal("a secret", row)).isNotEqualTo(sealed);
  }

  @Test
  void refusesAnotherRowAnotherKeyAndAnyChange() {
    byte[] sealed = seal.seal("a secret", row);
    assertThatThrownBy(() -> seal.open(sealed, Digests.sha256("row 2")))
        .isInstanceOf(Seal.UnreadableSeal.class);
    assertThatThrownBy(() -> new Seal(Digests.sha256("another key")).open(sealed, row))
        .hasMessageContaining("ENCRYPTION_KEY");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> seal.open(changed, row)).isInstanceOf(Seal.UnreadableSeal.class);
    }
    assertThatThrownBy(() -> seal.open(new byte[3], row)).isInstanceOf(Seal.UnreadableSeal.class);
  }
}
