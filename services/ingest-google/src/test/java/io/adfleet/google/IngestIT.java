package io.adfleet.google;

import static io.adfleet.google.Requests.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Micros;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Topic;
import io.adfleet.ingest.work.Workers;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "ingest_google"))
@WithTestResource(OutsideWorld.class)
class IngestIT {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String OF_EVERY_KIND = "*";

  @Inject Workers workers;

  private final LocalDate today = today();

  @BeforeEach
  void atWork() {
    workers.start(4);
  }

  @AfterEach
  void nothingGoesWrongAnyMore() {
    OutsideWorld.faults("[]");
    workers.stop();
  }

  @Test
  void saysWhatThePlatformSaysAndThenItsManifest() {
    SyncRequested request =
        tiny()
            .kind("backfill")
            .wanting("performance", "campaign", today.minusDays(5), today)
            .said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, List.of(request), TRACE);

    List<SliceClosed> manifests = manifests(Topic.READINGS_BACKFILL, request, 6);
    List<Reading> readings = readings(Topic.READINGS_BACKFILL, request);

    assertThat(manifests).extracting(SliceClosed::version).doesNotHaveDuplicates();
    assertThat(closed(manifests, 1).sums())
        .isEqualTo(figures("561.59", 18610, 832, "16.10", "345.10"));
    assertThat(closed(manifests, 2).sums())
        .isEqualTo(figures("882.66", 29883, 767, "24.25", "1074.41"));
    assertThat(closed(manifests, 3).sums())
        .isEqualTo(figures("866.19", 21976, 818, "28.92", "690.42"));
    assertThat(closed(manifests, 4).sums())
        .isEqualTo(figures("683.26", 29552, 709, "24.70", "1143.76"));
    assertThat(closed(manifests, 5).sums())
        .isEqualTo(figures("1056.44", 25231, 598, "35.29", "1673.96"));
    assertThat(closed(manifests, 0).rows()).isZero();
    for (SliceClosed manifest : manifests) {
      assertThat(manifest.platformTotal()).isEqualTo(manifest.sums());
      List<Reading> rows = readings.stream().filter(r -> r.date().equals(manifest.date())).toList();
      assertThat(rows).hasSize(manifest.rows()).allMatch(r -> r.version() == manifest.version());
      assertThat(rows.stream().map(Reading::figures).reduce(Figures.ZERO, Figures::plus))
          .isEqualTo(manifest.sums());
    }
    Reading one = readings.getFirst();
    assertThat(one.entityId())
        .isEqualTo(
            Ids.entityId(
                request.workspaceId(),
                "google",
                OutsideWorld.ACCOUNT,
                "campaign",
                one.externalId()));
    assertThat(
            TopicProbe.awaitRecords(Topic.READINGS_BACKFILL, all -> !all.isEmpty()).stream()
                .filter(r -> r.key().startsWith(request.workspaceId().toString())))
        .allMatch(r -> TRACE.equals(TopicProbe.header(r, "traceparent")));
  }

  @Test
  void endsAJobOnlyWhenItsLastSliceIsCovered() {
    SyncRequested request =
        tiny().wanting("performance", "campaign", today.minusDays(2), today).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, List.of(request), TRACE);
    List<SliceClosed> manifests = manifests(Topic.READINGS, request, 3);
    manifests.subList(0, 2).forEach(this::cover);

    SyncProgress almost = progress(request, p -> p.done() == 2).getLast();
    assertThat(almost.state()).isEqualTo("running");
    assertThat(almost.of()).isEqualTo(3);
    cover(manifests.get(2));

    SyncProgress last = ended(request);
    assertThat(last.state()).isEqualTo("succeeded");
    assertThat(last.done()).isEqualTo(3);
    assertThat(last.failureKind()).isNull();
    assertThat(progress(request, p -> true))
        .extracting(SyncProgress::version)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void readsEveryLevelDownToAdsAndAssetGroups() {
    LocalDate date = today.minusDays(2);
    SyncRequested request =
        tiny()
            .kind("nightly")
            .wanting("performance", "ad_group", date)
            .wanting("performance", "ad", date)
            .wanting("performance", "asset_group", date)
            .wanting("performance_hours", "campaign", date)
            .said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    List<SliceClosed> manifests = manifests(Topic.READINGS, request, 4);

    assertThat(level(manifests, "ad_group").rows()).isEqualTo(2);
    assertThat(level(manifests, "ad").rows()).isEqualTo(4);
    assertThat(level(manifests, "ad").sums().spend()).isEqualTo(Micros.ofDecimalText("716.67"));
    assertThat(level(manifests, "asset_group").rows()).isEqualTo(2);
    assertThat(level(manifests, "asset_group").sums().spend())
        .isEqualTo(Micros.ofDecimalText("145.14"));
    assertThat(level(manifests, "ad").platformTotal()).isNull();
    SliceClosed hours = level(manifests, "campaign");
    assertThat(hours.sums()).isEqualTo(figures("882.66", 29883, 767, "24.25", "1074.41"));
    assertThat(hours.rows()).isGreaterThan(20);
    assertThat(readings(Topic.READINGS, request))
        .filteredOn(r -> r.report().equals("performance_hours"))
        .allMatch(r -> r.hour() != null && r.hour() >= 0 && r.hour() < 24);
  }

  @Test
  void saysTheStructureAndIsDoneWithIt() {
    SyncRequested request = tiny().wanting("structure", "account", today).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    assertThat(ended(request).state()).isEqualTo("succeeded");
    List<Entity> entities =
        TopicProbe.await(
                Topic.ENTITIES,
                Entity.class,
                all -> all.stream().filter(ours(request)).count() == 10)
            .stream()
            .filter(ours(request))
            .toList();
    assertThat(entities)
        .extracting(Entity::kind)
        .contains("campaign", "ad_group", "ad", "asset_group");
    assertThat(entities)
        .filteredOn(e -> e.externalId().equals("27398409196"))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.name()).isEqualTo("Prospecting 1");
          assertThat(e.channel()).isEqualTo("PERFORMANCE_MAX");
          assertThat(e.status()).isEqualTo("active");
          assertThat(e.platformStatus()).isEqualTo("ENABLED");
          assertThat(e.dailyBudget()).isEqualTo(174_260_000);
          assertThat(e.parentId()).isNull();
        });
    assertThat(entities)
        .filteredOn(e -> e.kind().equals("ad"))
        .allSatisfy(e -> {
          assertThat(e.parentId()).isNotNull();
          assertThat(e.creativeName()).startsWith("cr ");
          assertThat(e.creativeType()).isEqualTo("image");
        });
  }

  @Test
  void readsAgainWhenTheStreamDies() {
    OutsideWorld.faults(fault("stream_dies", 3));
    SyncRequested request =
        tiny().wanting("performance", "campaign", today.minusDays(4), today).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    List<SliceClosed> manifests = manifests(Topic.READINGS, request, 5);
    manifests.forEach(this::cover);

    assertThat(ended(request).state()).isEqualTo("succeeded");
    assertThat(closed(manifests, 3).sums().spend()).isEqualTo(Micros.ofDecimalText("866.19"));
  }

  @Test
  void endsTheJobsOfAnAccountThatMayNotBeRead() {
    OutsideWorld.faults(fault("permission_denied", 1));
    SyncRequested request =
        tiny().wanting("performance", "campaign", today.minusDays(20), today).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    SyncProgress last = ended(request);

    assertThat(last.state()).isEqualTo("failed");
    assertThat(last.failureKind()).isEqualTo("no_permission");
    assertThat(last.sentence()).contains("Ask its owner");
    assertThat(last.failed()).isEqualTo(21);
  }

  @Test
  void endsTheJobsOfAConnectionThatLostItsConsent() {
    SyncRequested request =
        tiny()
            .through(UUID.fromString(OutsideWorld.LOST + UUID.randomUUID().toString().substring(9)))
            .wanting("performance", "campaign", today)
            .said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    SyncProgress last = ended(request);

    assertThat(last.state()).isEqualTo("failed");
    assertThat(last.failureKind()).isEqualTo("needs_reauth");
    assertThat(last.sentence()).contains("Authorize it again");
  }

  @Test
  void waitsAsLongAsThePlatformAsksAndGoesOnByItself() {
    OutsideWorld.faults(fault("quota_exhausted", 1));
    SyncRequested request = tiny().wanting("performance", "campaign", today.minusDays(1)).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    SyncProgress waiting = progress(request, p -> p.failureKind() != null).getLast();
    assertThat(waiting.state()).isEqualTo("running");
    assertThat(waiting.failureKind()).isEqualTo("rate_limited");
    assertThat(waiting.retryAt()).isNotNull();
    manifests(Topic.READINGS, request, 1).forEach(this::cover);
    SyncProgress last = ended(request);
    assertThat(last.state()).isEqualTo("succeeded");
    assertThat(last.sentence()).isNull();
    assertThat(last.retryAt()).isNull();
  }

  @Test
  void namesASliceWhoseManifestIsRefusedThreeTimes() {
    SyncRequested request = tiny().wanting("performance", "campaign", today.minusDays(1)).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);
    for (int i = 1; i <= 3; i++) {
      refuse(manifests(Topic.READINGS, request, i).getLast());
    }

    SyncProgress last = ended(request);

    assertThat(last.state()).isEqualTo("partial");
    assertThat(last.failureKind()).isEqualTo("refused_slice");
    assertThat(last.slice()).isEqualTo("performance/campaign/" + today.minusDays(1));
  }

  @Test
  void asksForATokenOncePerConnection() {
    Requests account = tiny().wanting("performance", "campaign", today.minusDays(3), today);
    int before = OutsideWorld.tokensIssued();
    SyncRequested first = account.said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, first);
    manifests(Topic.READINGS, first, 4);
    SyncRequested second = account.again().said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, second);
    manifests(Topic.READINGS, second, 8);

    assertThat(OutsideWorld.tokensIssued() - before).isEqualTo(1);
  }

  private Requests tiny() {
    return aRequest().of(OutsideWorld.ACCOUNT).loggedInAs(OutsideWorld.MANAGER);
  }

  private static String fault(String fault, int times) {
    return """
    [{"platform":"google","account_id":"%s","operation":"%s","fault":"%s","times":%d%s}]
    """
        .formatted(
            OutsideWorld.ACCOUNT,
            OF_EVERY_KIND,
            fault,
            times,
            fault.equals("quota_exhausted") ? ",\"retry_after_seconds\":3" : "");
  }

  private static LocalDate today() {
    for (JsonNode account : OutsideWorld.ask("/control").path("items")) {
      if (account.path("account_id").asText().equals(OutsideWorld.ACCOUNT)) {
        return LocalDate.parse(account.path("today").asText());
      }
    }
    throw new IllegalStateException("the world has no such account");
  }

  private static List<SliceClosed> manifests(Topic topic, SyncRequested request, int count) {
    return TopicProbe.await(
            topic,
            SliceClosed.class,
            all ->
                all.stream().filter(m -> m.workspaceId().equals(request.workspaceId())).count()
                    >= count)
        .stream()
        .filter(m -> m.workspaceId().equals(request.workspaceId()))
        .toList();
  }

  private static List<Reading> readings(Topic topic, SyncRequested request) {
    return TopicProbe.await(topic, Reading.class, all -> !all.isEmpty()).stream()
        .filter(r -> r.workspaceId().equals(request.workspaceId()))
        .toList();
  }

  private SliceClosed closed(List<SliceClosed> manifests, int daysAgo) {
    return manifests.stream()
        .filter(m -> m.date().equals(today.minusDays(daysAgo)))
        .findFirst()
        .orElseThrow();
  }

  private static SliceClosed level(List<SliceClosed> manifests, String level) {
    return manifests.stream().filter(m -> m.level().equals(level)).findFirst().orElseThrow();
  }

  private static Predicate<Entity> ours(SyncRequested request) {
    return entity -> entity.workspaceId().equals(request.workspaceId());
  }

  private void cover(SliceClosed manifest) {
    say(
        manifest,
        new Coverage.Closed(
            manifest.version(),
            manifest.observedAt(),
            manifest.observedAt(),
            manifest.rows(),
            manifest.sums(),
            manifest.platformTotal()),
        null);
  }

  private static void refuse(SliceClosed manifest) {
    say(
        manifest,
        null,
        new Coverage.Refused(manifest.version(), manifest.observedAt(), "one row is missing"));
  }

  private static void say(SliceClosed manifest, Coverage.Closed closed, Coverage.Refused refused) {
    TopicProbe.send(
        Topic.COVERAGE,
        new Coverage(
            manifest.workspaceId(),
            manifest.accountId(),
            "google",
            manifest.report(),
            manifest.level(),
            manifest.date(),
            closed,
            refused));
  }

  private static SyncProgress ended(SyncRequested request) {
    return progress(request, p -> !p.state().equals("running")).getLast();
  }

  private static List<SyncProgress> progress(
      SyncRequested request, Predicate<SyncProgress> condition) {
    return TopicProbe.await(
            Topic.SYNC_PROGRESS,
            SyncProgress.class,
            all ->
                all.stream().anyMatch(p -> p.jobId().equals(request.jobId()) && condition.test(p)))
        .stream()
        .filter(p -> p.jobId().equals(request.jobId()))
        .toList();
  }

  private static Figures figures(
      String spend, long impressions, long clicks, String conversions, String value) {
    return new Figures(
        Micros.ofDecimalText(spend),
        impressions,
        clicks,
        Micros.ofDecimalText(conversions),
        Micros.ofDecimalText(value));
  }
}
