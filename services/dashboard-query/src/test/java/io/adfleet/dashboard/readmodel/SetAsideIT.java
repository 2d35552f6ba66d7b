package io.adfleet.dashboard.readmodel;

import static io.adfleet.dashboard.Fleet.spending;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.TopicProbe;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be read and not kept doesn't keep other tenants' records from being heard. */
@RunningService
class SetAsideIT {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  @Inject FakeClock clock;

  private final Fleet fleet = new Fleet("EUR", "Europe/Berlin");
  private final Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void aRecordThatCannotBeKeptIsSetAsideAlone() {
    google.named("campaign", "1", null, "Brand", "active", "SEARCH");
    google.day("1", "2026-11-20", 1, spending("5"));
    google.closed("2026-11-20", "2026-11-21T03:00:00Z", spending("5"));
    spoilt(Topic.ENTITIES, entity(), json -> json.put("name", "Br\0nd"));
    spoilt(Topic.DAILY, day(), json -> json.remove("entity_id"));
    spoilt(Topic.ACCOUNTS, account(), json -> json.put("zone", "Europe/Atlantis"));
    fleet.say();

    JsonPath day = fleet.get("/dashboard/unified?start=2026-11-20&end=2026-11-20").jsonPath();
    assertThat(day.getString("top_campaigns[0].name")).isEqualTo("Brand");
    assertThat(day.getString("top_campaigns[0].spend")).isEqualTo("5");
    assertSetAside(Topic.ENTITIES, "name: holds a character no database keeps");
    assertSetAside(Topic.DAILY, "entity_id: missing");
    assertSetAside(Topic.ACCOUNTS, "zone: there is no time zone Europe/Atlantis");
  }

  private Entity entity() {
    return new Entity(
        fleet.workspace,
        google.id,
        "google",
        google.entity("campaign", "1"),
        "1",
        "campaign",
        null,
        "Renamed",
        "active",
        "ENABLED",
        "SEARCH",
        "EUR",
        null,
        null,
        null,
        null,
        AT,
        2);
  }

  private Daily day() {
    return new Daily(
        fleet.workspace,
        google.id,
        "google",
        "campaign",
        google.entity("campaign", "1"),
        "1",
        LocalDate.parse("2026-11-20"),
        AT,
        2,
        "EUR",
        false,
        9,
        0,
        0,
        0,
        0,
        null,
        null);
  }

  private AccountState account() {
    return new AccountState(
        fleet.workspace,
        google.id,
        UUID.randomUUID(),
        "google",
        "111",
        "Account 111",
        "EUR",
        "Europe/Berlin",
        null,
        "active",
        "active",
        null,
        LocalDate.parse("2026-08-24"),
        false,
        AT,
        2);
  }

  private static void spoilt(Topic topic, Object record, Consumer<ObjectNode> spoil) {
    ObjectNode json = Json.mapper().valueToTree(record);
    spoil.accept(json);
    TopicProbe.sendRaw(topic, "spoilt", Types.of(record), Json.bytes(json));
  }

  private static void assertSetAside(Topic topic, String cause) {
    assertThat(TopicProbe.awaitDeadLetters(topic, 1))
        .anyMatch(letter ->
            String.valueOf(TopicProbe.header(letter, "dead-letter-cause")).endsWith(cause));
  }
}
