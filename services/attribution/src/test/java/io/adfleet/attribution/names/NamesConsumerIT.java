package io.adfleet.attribution.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.attribution.RunningService;
import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Topic;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RunningService
class NamesConsumerIT {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  private final UUID workspace = UUID.randomUUID();
  private final UUID account = Ids.accountId(workspace, "google", "111");
  private final UUID entity = Ids.entityId(workspace, "google", "111", "campaign", "1");

  @Test
  void theNewestVersionOfEachStands() throws SQLException {
    TopicProbe.send(Topic.ACCOUNTS, account("Old", 1), account("New", 3), account("Late", 2));
    TopicProbe.send(Topic.ENTITIES, entity("Old", 1), entity("New", 3));
    awaitRead();
    TopicProbe.send(Topic.ENTITIES, entity("Late", 2));
    awaitRead();
    assertThat(name("account")).isEqualTo("New");
    assertThat(name("entity")).isEqualTo("New");
    TopicProbe.send(Topic.ENTITIES, entity("Newer", 4));
    awaitRead();
    assertThat(name("entity")).isEqualTo("Newer");
  }

  @Test
  void aRecordNobodyCanReadDoesNotStopTheOthers() throws SQLException {
    TopicProbe.sendRaw(Topic.ACCOUNTS, "x", "io.adfleet.account-state.v1", new byte[] {1});
    TopicProbe.send(Topic.ACCOUNTS, account("After", 1));
    awaitRead();
    assertThat(name("account")).isEqualTo("After");
    assertThat(TopicProbe.awaitDeadLetters(Topic.ACCOUNTS, 1)).isNotEmpty();
  }

  @Test
  void aRecordThatCannotBeKeptDoesNotStopTheOthers() throws SQLException {
    TopicProbe.send(Topic.ACCOUNTS, account("Sh\0p", 1));
    TopicProbe.send(Topic.ENTITIES, entity("Br\0nd", 1));
    TopicProbe.send(Topic.ACCOUNTS, account("After", 1));
    TopicProbe.send(Topic.ENTITIES, entity("After", 1));
    awaitRead();
    assertThat(name("account")).isEqualTo("After");
    assertThat(name("entity")).isEqualTo("After");
    assertThat(TopicProbe.awaitDeadLetters(Topic.ENTITIES, 1)).isNotEmpty();
  }

  private static void awaitRead() {
    TopicProbe.awaitRead(Topic.ACCOUNTS, "attribution-accounts");
    TopicProbe.awaitRead(Topic.ENTITIES, "attribution-entities");
  }

  private String name(String table) throws SQLException {
    try (Connection connection = RealParts.current().connect("postgres");
        PreparedStatement select =
            connection.prepareStatement("select name from " + table + " where workspace_id = ?")) {
      select.setObject(1, workspace);
      try (ResultSet rows = select.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getString(1);
      }
    }
  }

  private AccountState account(String name, long version) {
    return new AccountState(
        workspace,
        account,
        UUID.randomUUID(),
        "google",
        "111",
        name,
        "EUR",
        "Europe/Berlin",
        null,
        "active",
        "active",
        null,
        LocalDate.parse("2026-08-24"),
        false,
        AT,
        version);
  }

  private Entity entity(String name, long version) {
    return new Entity(
        workspace,
        account,
        "google",
        entity,
        "1",
        "campaign",
        null,
        name,
        "active",
        "ENABLED",
        "SEARCH",
        "EUR",
        null,
        null,
        null,
        null,
        AT,
        version);
  }
}
