package io.adfleet.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LandingTest {

  @Test
  void staysOnOurOwnPages() {
    assertThat(Landing.of("/reports/deep?x=1&y=%20")).isEqualTo("/reports/deep?x=1&y=%20");
    for (String elsewhere :
        List.of(
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "evil",
            "/auth/logout",
            "/x\r\nSet-Cookie: a=b",
            "")) {
      assertThat(Landing.of(elsewhere)).as(elsewhere).isEqualTo("/");
    }
    assertThat(Landing.of(null)).isEqualTo("/");
  }
}
