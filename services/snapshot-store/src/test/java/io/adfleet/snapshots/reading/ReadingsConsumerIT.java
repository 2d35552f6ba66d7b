package io.adfleet.snapshots.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Intraday;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import io.adfleet.snapshots.Readings;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "snapshots"))
class ReadingsConsumerIT {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final Readings google = Readings.ofNewAccount();

  @Test
  void saysTheFigureOfAReading() {
    TopicProbe.send(
        Topic.READINGS, List.of(google.reading("c1", "12.5", 7), google.closed(1)), TRACE);

    Daily said = daily(google.entity("c1"), 1);

    assertThat(said.spend()).isEqualTo(12_500_000);
    assertThat(said.clicks()).isEqualTo(7);
    assertThat(said.absent()).isFalse();
    assertThat(said.externalId()).isEqualTo("c1");
    assertThat(coverage(1).closed().rows()).isEqualTo(1);
    List<Intraday> slots = intraday(google.entity("c1"), 1);
    assertThat(slots.getFirst().slot()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(slots.getFirst().source()).isEqualTo("reading");
    assertThat(
            TopicProbe.awaitRecords(
                Topic.COVERAGE,
                all ->
                    all.stream()
                        .anyMatch(r ->
                            r.key().contains(google.workspace().toString())
                                && TRACE.equals(TopicProbe.header(r, "traceparent")))))
        .isNotEmpty();
  }

  @Test
  void keepsTheNewestVersionEvenWhenItIsLower() {
    TopicProbe.send(Topic.READINGS, google.version(2).reading("c1", "10"));
    TopicProbe.awaitRead(Topic.READINGS, "snapshot-store-readings");
    TopicProbe.send(Topic.READINGS, google.version(3).reading("c1", "8"));
    TopicProbe.awaitRead(Topic.READINGS, "snapshot-store-readings");
    TopicProbe.send(Topic.READINGS, google.version(1).reading("c1", "20"));

    List<Daily> said = dailies(google.entity("c1"), all -> all.size() >= 3);

    assertThat(said).extracting(Daily::version).containsExactly(2L, 3L, 3L);
    assertThat(said.getLast().spend()).isEqualTo(8_000_000);
  }

  @Test
  void zeroesWhatAClosedSliceNoLongerSays() {
    TopicProbe.send(
        Topic.READINGS, google.reading("c1", "1"), google.reading("c2", "2"), google.closed(2));
    coverage(1);
    TopicProbe.send(
        Topic.READINGS, google.version(2).reading("c1", "1"), google.version(2).closed(1));

    Daily zeroed = daily(google.entity("c2"), 2);

    assertThat(zeroed.absent()).isTrue();
    assertThat(zeroed.spend()).isZero();
    assertThat(coverage(2).closed().rows()).isEqualTo(1);
    assertThat(dailies(google.entity("c1"), all -> !all.isEmpty()))
        .as("a reading equal to the stored one stays unsaid")
        .extracting(Daily::version)
        .containsExactly(1L);
  }

  @Test
  void refusesAManifestThatSaysOneRowMoreAndZeroesNothing() {
    TopicProbe.send(
        Topic.READINGS, google.reading("c1", "1"), google.reading("c2", "2"), google.closed(2));
    coverage(1);
    TopicProbe.send(
        Topic.READINGS, google.version(2).reading("c1", "3"), google.version(2).closed(2));

    Coverage refused =
        coverages(all -> all.getLast().refused() != null && all.getLast().refused().version() == 2)
            .getLast();

    assertThat(refused.closed().version()).isEqualTo(1);
    assertThat(refused.refused().reason()).contains("2 rows").contains("1 are held");
    assertThat(dailies(google.entity("c2"), all -> !all.isEmpty()))
        .extracting(Daily::absent)
        .containsExactly(false);
  }

  @Test
  void ignoresALateManifest() {
    TopicProbe.send(Topic.READINGS, google.version(5).reading("c1", "1"));
    TopicProbe.send(Topic.READINGS, google.version(5).closed(1));
    coverage(5);
    TopicProbe.send(Topic.READINGS_BACKFILL, google.version(4).closed(0));

    List<Coverage> said = coverages(all -> all.size() >= 2);

    assertThat(said.getLast().closed().version()).isEqualTo(5);
    assertThat(said.getLast().refused()).isNull();
  }

  @Test
  void closesASliceWithoutAnyRow() {
    TopicProbe.send(Topic.READINGS, google.closed(0));

    assertThat(coverage(1).closed().rows()).isZero();
  }

  @Test
  void setsABadRecordAsideAlone() {
    UUID good = google.entity("c1");
    TopicProbe.sendRaw(Topic.READINGS, "k", Types.READING, "{".getBytes(StandardCharsets.UTF_8));
    TopicProbe.send(Topic.READINGS, google.inZone("Mars/Olympus").reading("c9", "1"));
    TopicProbe.send(Topic.READINGS, google.reading("c1", "1"));

    daily(good, 1);

    assertThat(TopicProbe.awaitDeadLetters(Topic.READINGS, 2))
        .extracting(r -> TopicProbe.header(r, "dead-letter-cause"))
        .anySatisfy(cause -> assertThat(cause).contains("no time zone Mars/Olympus"));
  }

  private Daily daily(UUID entity, long version) {
    return dailies(entity, all -> all.stream().anyMatch(d -> d.version() == version)).stream()
        .filter(d -> d.version() == version)
        .toList()
        .getLast();
  }

  private List<Daily> dailies(UUID entity, java.util.function.Predicate<List<Daily>> condition) {
    return TopicProbe.await(Topic.DAILY, Daily.class, all -> condition.test(of(all, entity)))
        .stream()
        .filter(d -> d.entityId().equals(entity))
        .toList();
  }

  private static List<Daily> of(List<Daily> all, UUID entity) {
    return all.stream().filter(d -> d.entityId().equals(entity)).toList();
  }

  private List<Intraday> intraday(UUID entity, int atLeast) {
    return TopicProbe.await(
            Topic.INTRADAY,
            Intraday.class,
            all -> all.stream().filter(i -> i.entityId().equals(entity)).count() >= atLeast)
        .stream()
        .filter(i -> i.entityId().equals(entity))
        .toList();
  }

  private Coverage coverage(long closedVersion) {
    return coverages(all ->
            all.stream().anyMatch(c -> c.closed() != null && c.closed().version() == closedVersion))
        .stream()
        .filter(c -> c.closed() != null && c.closed().version() == closedVersion)
        .toList()
        .getFirst();
  }

  private List<Coverage> coverages(java.util.function.Predicate<List<Coverage>> condition) {
    return TopicProbe.await(
            Topic.COVERAGE,
            Coverage.class,
            all -> {
              List<Coverage> mine =
                  all.stream().filter(c -> c.workspaceId().equals(google.workspace())).toList();
              return !mine.isEmpty() && condition.test(mine);
            })
        .stream()
        .filter(c -> c.workspaceId().equals(google.workspace()))
        .toList();
  }
}
