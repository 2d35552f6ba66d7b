package io.adfleet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {

  private record Said(String key, long version, String word) {}

  @Test
  void oneOfEachKeyStandsInTheOrderTheyWereFirstHeard() {
    List<Said> heard =
        List.of(
            new Said("a", 2, "second"),
            new Said("b", 1, "only"),
            new Said("a", 3, "third"),
            new Said("a", 1, "late"));

    assertThat(Newest.of(heard, Said::key, Said::version))
        .extracting(Said::word)
        .containsExactly("third", "only");
  }

  @Test
  void ofEqualVersionsTheLaterOneStands() {
    List<Said> heard = List.of(new Said("a", 1, "before"), new Said("a", 1, "after"));

    assertThat(Newest.of(heard, Said::key, Said::version))
        .extracting(Said::word)
        .containsExactly("after");
  }

  @Test
  void nothingHeardIsNothing() {
    assertThat(Newest.of(List.<Said>of(), Said::key, Said::version)).isEmpty();
  }
}
