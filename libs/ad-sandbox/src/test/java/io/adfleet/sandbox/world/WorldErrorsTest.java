package io.adfleet.sandbox.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.sandbox.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldErrorsTest {

  @TempDir Path folder;

  private String refusal(String file, String text) throws IOException {
    Worlds.small(folder, "Europe/Berlin", "1,10,D-1,,1,1,1,1,1\n");
    Files.write(folder.resolve(file), text.getBytes(StandardCharsets.ISO_8859_1));
    return assertThrows(WorldException.class, this::read).getMessage();
  }

  private World read() {
    WorldFolder world = new WorldFolder(folder);
    return world.read(world.startingAt(Instant.parse("2026-11-22T12:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,10,2026-02-30,,1,1,1,1,1 | line 2, column date: "2026-02-30" is not a date that exists.
          1,10,D~1,,1,1,1,1,1 | line 2, column date: "D~1" is not a date like 2026-03-29, D, D-1 or D+1.
          1,10,D-1,24,1,1,1,1,1 | line 2, column hour: "24" is not an hour from 0 to 23.
          1,10,D-1,,1e3,1,1,1,1 | line 2, column spend: "1e3" is not a plain decimal like 12.50.
          1,10,D-1,,1.1234567,1,1,1,1 | line 2, column spend: "1.1234567" has more than 6 decimals or is too large.
          1,10,D-1,,-1,1,1,1,1 | line 2, column spend: "-1" is negative.
          1,10,D-1,,1,1.5,1,1,1 | line 2, column impressions: "1.5" is not a whole number.
          1,99,D-1,,1,1,1,1,1 | line 2, column entity_id: "99" is not an entity of entities.csv.
          2,10,D-1,,1,1,1,1,1 | line 2, column account_id: "2" is not an account of accounts.csv.
          1,10,D-1,,1,1,1,1 | line 2: has 8 cells where the header has 9.
          """)
  void namesFileLineColumnAndReason(String row, String reason) throws IOException {
    assertEquals("days.csv, " + reason, refusal("days.csv", Worlds.DAYS + row + "\n"));
  }

  @Test
  void refusesAnUnknownColumn() throws IOException {
    assertEquals(
        "days.csv, line 1, column costs: no such column is known.",
        refusal("days.csv", "account_id,entity_id,date,costs\n"));
  }

  @Test
  void refusesTwoRowsForOneHour() throws IOException {
    assertEquals(
        "days.csv, line 3, column hour: a second row of 10 for 2026-11-21, hour 4.",
        refusal("days.csv", Worlds.DAYS + "1,10,D-1,4,1,1,1,1,1\n1,10,2026-11-21,4,1,1,1,1,1\n"));
  }

  @Test
  void refusesAParentOfAnotherKind() throws IOException {
    assertEquals(
        "entities.csv, line 3, column parent_id: \"10\" is not an ad group or ad set of the same"
            + " account.",
        refusal(
            "entities.csv",
            "account_id,kind,entity_id,parent_id,name,status\n"
                + "1,campaign,10,,a,ENABLED\n1,ad,20,10,b,ENABLED\n"));
  }

  @Test
  void refusesWhatIsNoCsv() throws IOException {
    assertTrue(
        refusal("days.csv", Worlds.DAYS + "1,\"10\"x,D\n").startsWith("days.csv, line 1"),
        "broken quotes");
    assertTrue(
        refusal("days.csv", Worlds.DAYS + "1,10,D-1,,1,1,1,1,\u00e9\n")
            .startsWith("days.csv, line"),
        "not UTF-8");
  }

  @Test
  void refusesAnUnknownZoneAndAMissingFile() throws IOException {
    assertEquals(
        "accounts.csv, line 2, column time_zone: \"Mars/Base\" is not an IANA zone like"
            + " Europe/Berlin.",
        refusal(
            "accounts.csv",
            "platform,account_id,name,currency,time_zone\ngoogle,1,a,EUR,Mars/Base\n"));
    Files.delete(folder.resolve("days.csv"));
    assertTrue(
        assertThrows(WorldException.class, () -> new WorldFolder(folder))
            .getMessage()
            .endsWith("has no days.csv."));
  }

  @Test
  void takesAByteOrderMarkAndBlankLines() throws IOException {
    Worlds.small(folder, "Europe/Berlin", "\n1,10,D-1,,1.5,1,1,1,1\n\n");
    Files.writeString(
        folder.resolve("accounts.csv"),
        "\uFEFF" + Files.readString(folder.resolve("accounts.csv")));
    assertEquals(1, read().accounts().size());
  }
}
