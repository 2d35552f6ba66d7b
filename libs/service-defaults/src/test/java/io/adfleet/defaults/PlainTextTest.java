package io.adfleet.defaults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void whatPeopleWriteIsPlain() {
    assertTrue(PlainText.isLine("Räder & Zubehör \ud83d\udeb2 自転車"));
    assertTrue(PlainText.isText("spend\n\tby platform"));
  }

  @Test
  void controlCharactersAndHalvesOfOneAreNot() {
    for (String text : new String[] {"a\0b", "a\u0007", "\ud83d", "a\udeb2b"}) {
      assertFalse(PlainText.isLine(text));
      assertFalse(PlainText.isText(text));
    }
    assertFalse(PlainText.isLine("two\nlines"));
  }
}
