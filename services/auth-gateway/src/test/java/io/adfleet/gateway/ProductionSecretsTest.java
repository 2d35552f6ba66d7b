package io.adfleet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionSecretsTest {

  private static final String GOOD =
      "8f1c6a2be9d04735aa61f0c9d27b3e581466c0ffee9b1a2d3c4e5f60718293a4";

  @Test
  void productionNeedsAKeyThatIsNotGuessable() {
    assertThat(ProductionSecrets.refuseKey(Optional.of(GOOD), true)).isEmpty();
    assertThat(ProductionSecrets.refuseKey(Optional.empty(), true).orElseThrow())
        .contains("ENCRYPTION_KEY is missing")
        .contains("openssl rand -hex 32");
    assertThat(ProductionSecrets.refuseKey(Optional.of("00".repeat(32)), true).orElseThrow())
        .contains("weak");
    assertThat(ProductionSecrets.refuseKey(Optional.of("abcd"), true).orElseThrow())
        .contains("2 bytes instead of 32");
    assertThat(ProductionSecrets.refuseKey(Optional.of("not hex"), true).orElseThrow())
        .contains("not hexadecimal");
  }

  @Test
  void aLocalStartNeedsNoneButRefusesABrokenOne() {
    assertThat(ProductionSecrets.refuseKey(Optional.empty(), false)).isEmpty();
    assertThat(ProductionSecrets.refuseKey(Optional.of("00".repeat(32)), false)).isEmpty();
    assertThat(ProductionSecrets.refuseKey(Optional.of("abcd"), false)).isPresent();
  }

  @Test
  void productionNeedsItsOwnStateSecretAndTls() {
    String local = "local-state-secret-0123456789abcd";
    assertThat(ProductionSecrets.refuseStateSecret(local, false)).isEmpty();
    assertThat(ProductionSecrets.refuseStateSecret(local, true)).isPresent();
    assertThat(ProductionSecrets.refuseStateSecret("short", false)).isPresent();
    assertThat(ProductionSecrets.refuseStateSecret("x".repeat(32), true)).isEmpty();
    assertThat(ProductionSecrets.refuseAddress(URI.create("http://a.example"), true)).isPresent();
    assertThat(ProductionSecrets.refuseAddress(URI.create("https://a.example"), true)).isEmpty();
    assertThat(ProductionSecrets.refuseAddress(URI.create("http://127.0.0.1:8080"), false))
        .isEmpty();
  }
}
