package io.adfleet.snapshots.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.ActionCount;
import io.adfleet.contracts.Topic;
import io.adfleet.snapshots.Readings;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "snapshots"))
class ActionsIT {

  private final Readings meta = Readings.ofNewAccount();

  @Test
  void whatIsToldBesideAFigureIsKeptUnderItsGuard() throws SQLException {
    heard(meta.version(2).telling("c1", 9L, List.of(purchases(3), leads(1))));
    assertThat(kept()).containsExactly("2 9 2 types, purchases 3000000");

    heard(meta.version(1).telling("c1", 7L, List.of(purchases(2))));
    assertThat(kept()).as("an older reading").containsExactly("2 9 2 types, purchases 3000000");

    heard(meta.version(3).telling("c1", 9L, List.of(purchases(3), leads(1))));
    assertThat(kept()).as("the same again").containsExactly("2 9 2 types, purchases 3000000");

    heard(meta.version(4).telling("c1", 9L, List.of(purchases(1))));
    assertThat(kept()).as("fewer than before").containsExactly("4 9 1 types, purchases 1000000");

    heard(meta.version(5).telling("c1", 9L, null));
    assertThat(kept()).as("no action any more").containsExactly("5 9 null");
  }

  @Test
  void itGoesWithTheRowThePlatformNoLongerSays() throws SQLException {
    heard(meta.telling("c1", 9L, List.of(purchases(3))), meta.closed(1));
    assertThat(kept()).hasSize(1);
    heard(meta.version(2).closed(0));
    assertThat(kept()).isEmpty();
  }

  @Test
  void readingsThatTellNothingBesideKeepNothing() throws SQLException {
    heard(meta.reading("c1", "1"));
    assertThat(kept()).isEmpty();
  }

  private static ActionCount purchases(long count) {
    return new ActionCount("omni_purchase", "7d_click_1d_view", count * 1_000_000, 5_000_000);
  }

  private static ActionCount leads(long count) {
    return new ActionCount("lead", "7d_click_1d_view", count * 1_000_000, 0);
  }

  private static void heard(Object... records) {
    TopicProbe.send(Topic.READINGS, records);
    TopicProbe.awaitRead(Topic.READINGS, "snapshot-store-readings");
  }

  private List<String> kept() throws SQLException {
    List<String> kept = new ArrayList<>();
    try (Connection feed = RealParts.current().connect("feed");
        PreparedStatement statement =
            feed.prepareStatement(
                """
                select version || ' ' || clicks_all || ' '
                       || coalesce(jsonb_array_length(actions) || ' types, purchases '
                                   || (actions -> 0 ->> 'count'), 'null')
                  from figure_actions where workspace_id = ?
                """)) {
      statement.setObject(1, meta.workspace());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          kept.add(rows.getString(1));
        }
      }
    }
    return kept;
  }
}
