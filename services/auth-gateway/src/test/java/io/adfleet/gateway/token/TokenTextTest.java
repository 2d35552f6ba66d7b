package io.adfleet.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TokenTextTest {

  @Test
  void isAlwaysEquallyLongAndWellFormed() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      TokenText token = TokenText.of(bytes);
      assertThat(token.text()).matches("adf_[0-9A-Za-z]{49}");
      assertThat(token.wellFormed()).isTrue();
    }
    assertThat(TokenText.of(new byte[32]).text()).startsWith("adf_" + "0".repeat(43));
  }

  @Test
  void anyMistypedCharacterIsNoticed() {
    String text = TokenText.of("0123456789abcdefghijklmnopqrstuv".getBytes()).text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'x' ? 'y' : 'x';
      assertThat(new TokenText(text.substring(0, i) + other + text.substring(i + 1)).wellFormed())
          .as("position %d", i)
          .isFalse();
    }
    assertThat(new TokenText(text + "0").wellFormed()).isFalse();
    assertThat(new TokenText("").wellFormed()).isFalse();
  }

  @Test
  void doesNotShowItselfInLogs() {
    TokenText token = TokenText.of(new byte[32]);
    assertThat(token.toString()).doesNotContain(token.text().substring(4));
  }
}
