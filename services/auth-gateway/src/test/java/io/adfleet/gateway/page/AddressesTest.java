package io.adfleet.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Test
  void thePageStandsWhereTheAppHasSomethingToShow() {
    for (String own : List.of("/", "/start", "/w/1/dashboard", "/w/1/campaigns")) {
      assertThat(Addresses.ofApp(own, null)).as(own).isTrue();
    }
  }

  @Test
  void somebodyWhoMistypedIsToldByTheApp() {
    assertThat(Addresses.ofApp("/dashbord", BROWSER)).isTrue();
    assertThat(Addresses.ofApp("/dashbord", "application/json")).isFalse();
    assertThat(Addresses.ofApp("/dashbord", null)).isFalse();
  }

  @Test
  void pathsOfMachinesAndFilesAreNeverThePage() {
    for (String other :
        List.of(
            "/api",
            "/api/nothing",
            "/assets/gone",
            "/auth/login",
            "/live",
            "/q/health",
            "/internal/jwks",
            "/oauth/google/callback",
            "/v1/pixel-events",
            "/robots.txt")) {
      assertThat(Addresses.ofApp(other, BROWSER)).as(other).isFalse();
    }
  }
}
