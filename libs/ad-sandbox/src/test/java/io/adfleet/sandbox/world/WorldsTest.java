package io.adfleet.sandbox.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.Worlds;
import io.adfleet.sandbox.store.JsonFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready worlds against the sums that were computed beside them. */
class WorldsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final List<Measure> MEASURES =
      List.of(
          Measure.SPEND,
          Measure.IMPRESSIONS,
          Measure.CLICKS,
          Measure.CONVERSIONS,
          Measure.CONVERSION_VALUE);

  @ParameterizedTest
  @ValueSource(strings = {"tiny", "traps", "currencies"})
  void saysTheSumsThatWereComputedBesideIt(String name) throws IOException {
    WorldFolder folder = new WorldFolder(Worlds.named(name));
    Moment moment = new Moment(folder.read(folder.startingAt(NOW)), NOW, List.of(), Map.of());
    Map<String, Figures> said = new HashMap<>();
    Map<String, Figures> saidByPlatform = new HashMap<>();
    for (Account account : moment.world().accounts()) {
      LocalDate today = moment.today(account);
      for (Entity campaign : moment.entities(account, Kind.CAMPAIGN).toList()) {
        for (LocalDate date : moment.dates(campaign, today.minusDays(400), today)) {
          String day = "D-" + (today.toEpochDay() - date.toEpochDay());
          Figures figures = moment.day(campaign, date);
          said.put(campaign.id() + day, figures);
          saidByPlatform.merge(
              account.platform().word() + account.currency() + day, figures, Figures::plus);
        }
      }
    }
    JsonNode expected =
        JsonFile.JSON.readTree(Files.readString(Worlds.named(name + ".expected.json")));
    for (JsonNode row : expected.get("by_campaign_day")) {
      String key = row.get("campaign_id").asText() + row.get("date").asText();
      assertSame(row, said.remove(key), key);
    }
    assertEquals(0, said.values().stream().filter(WorldsTest::saysAnything).count());
    for (JsonNode row : expected.get("by_platform_currency_day")) {
      String key =
          row.get("platform").asText() + row.get("currency").asText() + row.get("date").asText();
      assertSame(row, saidByPlatform.get(key), key);
    }
  }

  private static boolean saysAnything(Figures figures) {
    return MEASURES.stream().anyMatch(measure -> figures.get(measure) != 0);
  }

  private static void assertSame(JsonNode row, Figures figures, String key) {
    for (Measure measure : MEASURES) {
      long scale = measure.nature() == Measure.Nature.COUNT ? 0 : 6;
      long wanted =
          new BigDecimal(row.get(measure.column()).asText())
              .movePointRight((int) scale)
              .longValueExact();
      assertEquals(wanted, figures.get(measure), key + " " + measure);
    }
  }
}
