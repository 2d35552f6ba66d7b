package io.adfleet.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenDraftTest {

  @Test
  void aNameIsReadable() {
    for (String name : List.of("", "  ", "x".repeat(101), "a\u0000b", "a\nb", "\ud83d")) {
      assertThat(fields(name)).as(name).containsExactly("name");
    }
    assertThat(fields("nightly report")).isEmpty();
  }

  private static List<String> fields(String name) {
    return new TokenDraft("01a22a8c-9751-7b8a-84dc-415cb06b8eec", name, null, null)
        .faults().stream().map(FieldError::field).toList();
  }
}
