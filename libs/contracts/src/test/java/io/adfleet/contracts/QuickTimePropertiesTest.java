package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class QuickTimePropertiesTest {

  @Property
  void anInstantReadsAsItWasWritten(
      @ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano)
      throws IOException {
    Instant instant = Instant.ofEpochSecond(second, nano);
    assertEquals(instant, instant(instant.toString()));
  }

  @Property
  void aDateReadsAsItWasWritten(@ForAll @IntRange(min = -800_000, max = 3_000_000) int day)
      throws IOException {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertEquals(date, date(date.toString()));
  }

  @Example
  void otherSpellingsOfAnInstantAreReadToo() throws IOException {
    Instant instant = Instant.parse("2026-11-29T16:57:53Z");
    for (String text :
        List.of(
            "2026-11-29T16:57:53+00:00",
            "2026-11-29T17:57:53+01:00",
            "2026-11-29T16:57:53.000Z",
            "2026-11-29t16:57:53z")) {
      assertEquals(instant, instant(text), text);
    }
  }

  @Example
  void whatIsNoTimeIsRefused() {
    for (String text : List.of("yesterday", "2026-13-01T00:00:00Z", "2026-11-29T25:00:00Z")) {
      assertThrows(IOException.class, () -> instant(text), text);
    }
    for (String text : List.of("2026-02-30", "2026-1a-01", "2026/11/29", "29.11.2026")) {
      assertThrows(IOException.class, () -> date(text), text);
    }
  }

  private static Instant instant(String text) throws IOException {
    return read(text, Instant.class);
  }

  private static LocalDate date(String text) throws IOException {
    return read(text, LocalDate.class);
  }

  private static <T> T read(String text, Class<T> type) throws IOException {
    return Json.read(("\"" + text + "\"").getBytes(StandardCharsets.UTF_8), type);
  }
}
