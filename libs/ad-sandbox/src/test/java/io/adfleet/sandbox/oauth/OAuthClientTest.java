package io.adfleet.sandbox.oauth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthClientTest {

  private final OAuthClient client =
      new OAuthClient("id", "secret", List.of("https://fleet.example/oauth/google/callback"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fleet.example/oauth/google/callback",
        "http://127.0.0.1:8080/oauth/google/callback",
        "http://localhost:8080/back?a=b",
        "http://[::1]:8080/back",
        "http://fleet.test/back"
      })
  void takesBackWhatIsRegisteredOrOfThisMachine(String address) {
    assertTrue(client.takesBack(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fleet.example/oauth/google/callback/more",
        "https://fleet.example:444/oauth/google/callback",
        "https://other.example/",
        "http://localhost.other.example/",
        "http://user@localhost/",
        "http://localhost/#part",
        "ftp://localhost/",
        "/back",
        ""
      })
  void takesBackNothingElse(String address) {
    assertFalse(client.takesBack(address));
  }
}
