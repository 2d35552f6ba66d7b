package io.adfleet.snapshots.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Reading;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Heard;
import io.adfleet.snapshots.Readings;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The algebra of polls: however a log is cut into polls, and wherever a consumer is killed, what
 * was said last of each key is what the tables hold.
 */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "snapshots"))
class ReplayIT {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final int LOGS = 12;

  private final RecordReadings readings;

  ReplayIT(RecordReadings readings) {
    this.readings = readings;
  }

  @Test
  void whatWasSaidLastIsWhatTheTablesHoldWhereverTheConsumerIsKilled() throws SQLException {
    for (int seed = 0; seed < LOGS; seed++) {
      Random random = new Random(seed);
      Readings google = Readings.ofNewAccount();
      Topics killed = new Topics();
      List<Object> log = log(google, new Random(seed));
      consume(log, random, killed, 0.3);

      assertThat(killed.figures).as("figures, log %d", seed).isEqualTo(figures(google));
      assertThat(killed.slots).as("slots, log %d", seed).isEqualTo(slots(google));
      assertThat(killed.coverage).as("coverage, log %d", seed).isEqualTo(coverage(google));

      Map<String, String> restatements = restatements(google);
      consume(log.subList(0, random.nextInt(log.size())), random, killed, 0);
      assertThat(killed.figures).as("replayed prefix, log %d", seed).isEqualTo(figures(google));
      assertThat(killed.slots).isEqualTo(slots(google));
      assertThat(killed.coverage).isEqualTo(coverage(google));
      assertThat(restatements(google)).isEqualTo(restatements);

      Readings other = Readings.ofNewAccount();
      Topics whole = new Topics();
      consume(log(other, new Random(seed)), new Random(-seed), whole, 0);
      assertThat(byCampaign(other, figures(other)))
          .as("other polls, log %d", seed)
          .isEqualTo(byCampaign(google, figures(google)));
    }
  }

  /** What a consumer of the topics holds: the newest version of each key. */
  private static final class Topics {
    private final Map<String, String> figures = new TreeMap<>();
    private final Map<String, String> slots = new TreeMap<>();
    private final Map<String, String> coverage = new TreeMap<>();
    private final Map<String, Long> versions = new TreeMap<>();

    void hear(Said said) {
      for (Said.Traced<Figure> figure : said.figures()) {
        Figure f = figure.what();
        keep(
            figures,
            f.entity() + "|" + f.date(),
            f.version(),
            "v%d %s %d".formatted(f.version(), f.absent(), f.measures().spend()));
      }
      for (Slot s : said.readingSlots()) {
        keep(
            slots,
            s.entity() + "|" + s.day().date() + "|" + s.slot(),
            s.version(),
            "v%d %d".formatted(s.version(), s.measures().spend()));
      }
      for (Said.Traced<Coverage> coverage : said.coverages()) {
        Coverage c = coverage.what();
        this.coverage.put(
            c.slice().date().toString(),
            (c.closed() == null ? "null" : c.closed().version())
                + " "
                + (c.refused() == null ? "null" : c.refused().version()));
      }
    }

    /** An equal reading only moves the version of the row, so versions are compared as bounds. */
    private void keep(Map<String, String> topic, String key, long version, String value) {
      if (versions.getOrDefault(key, 0L) <= version) {
        versions.put(key, version);
        topic.put(key, value.replaceFirst("^v\\d+ ", ""));
      }
    }
  }

  /** Cuts a log into polls; a killed consumer hears from its last acknowledged poll on again. */
  private void consume(List<Object> log, Random random, Topics topics, double killed) {
    int offset = 0;
    while (offset < log.size()) {
      int end = Math.min(log.size(), offset + 1 + random.nextInt(12));
      Said said = record(log.subList(offset, end));
      boolean beforePublishing = random.nextDouble() < killed;
      if (!beforePublishing) {
        topics.hear(said);
        if (random.nextDouble() >= killed) {
          offset = end;
        }
      }
    }
  }

  private Said record(List<Object> records) {
    Poll poll = new Poll();
    Conversion conversion = new Conversion();
    for (Object record : records) {
      conversion.add(
          new Heard<>(
              record,
              record instanceof Reading ? Types.READING : Types.SLICE_CLOSED,
              null,
              null,
              "readings",
              0,
              0),
          poll);
    }
    return readings.record(poll, NOW).await().atMost(Duration.ofSeconds(30));
  }

  /**
   * A log as ingest would write it: two dates read over and over while the clock passes their
   * midnight, few different amounts so that equal readings are common, manifests that are missing
   * or wrong, an older reading that comes late, and a right one at the end.
   */
  private static List<Object> log(Readings google, Random random) {
    List<Object> log = new ArrayList<>();
    List<List<Object>> delayed = new ArrayList<>();
    Instant at = Instant.parse("2026-11-20T20:00:00Z");
    int reads = 16;
    for (int version = 1; version <= reads; version++) {
      at = at.plusSeconds(60L * (5 + random.nextInt(60)));
      boolean last = version > reads - 2;
      LocalDate date = LocalDate.parse("2026-11-20").plusDays(last ? reads - version : version % 2);
      if (date.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().isAfter(at)) {
        date = LocalDate.parse("2026-11-20");
      }
      Readings slice = google.on(date.toString()).at(at.toString()).version(version);
      List<Object> read = new ArrayList<>();
      for (String campaign : List.of("c1", "c2", "c3", "c4")) {
        if (random.nextInt(3) > 0) {
          read.add(slice.reading(campaign, Integer.toString(random.nextInt(3))));
        }
      }
      int fate = last ? 0 : random.nextInt(8);
      if (fate != 7) {
        read.add(slice.closed(fate == 6 ? read.size() + 1 : read.size()));
      }
      if (!last && random.nextInt(6) == 0) {
        delayed.add(read);
      } else {
        log.addAll(read);
        if (random.nextInt(3) == 0) {
          delayed.forEach(log::addAll);
          delayed.clear();
        }
      }
    }
    return log;
  }

  private static Map<String, String> figures(Readings google) throws SQLException {
    return select(
        google,
        """
        select entity_id || '|' || metric_date, case when absent then 'true ' else 'false ' end
               || spend from figure where workspace_id = ?
        """);
  }

  private static Map<String, String> slots(Readings google) throws SQLException {
    return select(
        google,
        """
        select entity_id || '|' || metric_date || '|'
               || to_char(slot at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), spend::text
          from slot where workspace_id = ?
        """);
  }

  private static Map<String, String> coverage(Readings google) throws SQLException {
    return select(
        google,
        """
        select metric_date::text, coalesce(closed_version::text, 'null') || ' '
               || coalesce(refused_version::text, 'null') from coverage where workspace_id = ?
        """);
  }

  private static Map<String, String> restatements(Readings google) throws SQLException {
    return select(
        google,
        """
        select entity_id || '|' || metric_date || '|' || version,
               spend || ' ' || believed_from || ' ' || believed_to
          from restatement where workspace_id = ?
        """);
  }

  private static Map<String, String> byCampaign(Readings google, Map<String, String> figures) {
    Map<String, String> named = new TreeMap<>();
    for (String campaign : List.of("c1", "c2", "c3", "c4")) {
      UUID entity = google.entity(campaign);
      figures.forEach((key, value) -> {
        if (key.startsWith(entity.toString())) {
          named.put(key.replace(entity.toString(), campaign), value);
        }
      });
    }
    return named;
  }

  private static Map<String, String> select(Readings google, String sql) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Connection feed = RealParts.current().connect("feed");
        PreparedStatement statement = feed.prepareStatement(sql)) {
      statement.setObject(1, google.workspace());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return found;
  }
}
