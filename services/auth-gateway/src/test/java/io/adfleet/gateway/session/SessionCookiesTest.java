package io.adfleet.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {

  @Test
  void anAddressIsConfirmedOnlyWhereKeycloakSaysSo() {
    assertThat(confirmed("\"email\":\"ada@shop.example\",\"email_verified\":true")).isTrue();
    assertThat(confirmed("\"email\":\"ada@shop.example\",\"email_verified\":false")).isFalse();
    assertThat(confirmed("\"email\":\"ada@shop.example\"")).isFalse();
    assertThat(confirmed("\"email\":\"ada@shop.example\",\"email_verified\":\"yes\"")).isFalse();
  }

  @Test
  void aUserNameIsShownAndNeverConfirmed() {
    Sessions.SignedIn person =
        person("\"preferred_username\":\"ada@shop.example\",\"email_verified\":true");
    assertThat(person.email()).isEqualTo("ada@shop.example");
    assertThat(person.confirmed()).isFalse();
    assertThat(person("\"email_verified\":true").email()).isEmpty();
  }

  private static boolean confirmed(String claims) {
    Sessions.SignedIn person = person(claims);
    assertThat(person.email()).isEqualTo("ada@shop.example");
    assertThat(person.subject()).isEqualTo("s1");
    assertThat(person.providerSession()).isEqualTo("k1");
    return person.confirmed();
  }

  private static Sessions.SignedIn person(String claims) {
    String payload = "{\"sub\":\"s1\",\"sid\":\"k1\"," + claims + "}";
    return SessionCookies.person(
        "h."
            + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
            + ".s");
  }
}
