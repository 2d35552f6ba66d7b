package io.adfleet.connections.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adfleet.defaults.StartRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyringsTest {

  private static final String KEY =
      "00112233445566778899aabbccddeeff0123456789abcdef0f1e2d3c4b5a6978";

  @Test
  void productionWithoutAKeyIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Keyrings.read(true, " ", List.of()))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("ENCRYPTION_KEY is missing in production mode; set it to")
        .hasMessageEndingWith(".");
  }

  @Test
  void aWeakKeyIsRefusedEverywhereAndNotRepeated() {
    String weak = "ab".repeat(32);
    for (boolean production : new boolean[] {true, false}) {
      assertThatThrownBy(() -> Keyrings.read(production, weak, List.of()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("too easy to guess")
          .message()
          .doesNotContain(weak);
      assertThatThrownBy(() -> Keyrings.read(production, KEY, List.of("1234")))
          .isInstanceOf(StartRefused.class);
    }
  }

  @Test
  void theLocalKeyIsForLocalUseOnly() {
    Keyring local = Keyrings.read(false, "", List.of());
    assertThat(local.sign("x", new byte[0])).hasSize(32);
    assertThat(Keyrings.read(true, KEY, List.of())).isNotNull();
    String known = "6c6f63616c2d6f6e6c792d6b65792d6f662d6164666c6565742d303132333435";
    assertThatThrownBy(() -> Keyrings.read(true, known, List.of()))
        .hasMessageContaining("local one");
  }
}
