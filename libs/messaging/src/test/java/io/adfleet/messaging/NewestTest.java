package io.adfleet.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    assertEquals(List.of("third", "only"), words(heard));
  }

  @Test
  void ofEqualVersionsTheLaterOneStands() {
    List<Said> heard = List.of(new Said("a", 1, "before"), new Said("a", 1, "after"));

    assertEquals(List.of("after"), words(heard));
  }

  @Test
  void nothingHeardIsNothing() {
    assertEquals(List.of(), words(List.of()));
  }

  private static List<String> words(List<Said> heard) {
    return Newest.of(heard, Said::key, Said::version).stream().map(Said::word).toList();
  }
}
