package io.adfleet.google;

import static io.adfleet.google.Requests.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Feed;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.progress.ForgetJobs;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.ingest.wanted.ClaimSlices;
import io.adfleet.ingest.wanted.Priority;
import io.adfleet.ingest.wanted.ReleaseSlices;
import io.adfleet.ingest.wanted.WaitingSlices;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "ingest_google"))
@WithTestResource(OutsideWorld.class)
class SlicesIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @Inject ClaimSlices claims;
  @Inject ReleaseSlices release;
  @Inject WaitingSlices waiting;
  @Inject ForgetJobs forget;
  @Inject Feed feed;

  @BeforeEach
  void nothingWaits() {
    sql("delete from job_slice");
    sql("delete from wanted_slice");
    sql("delete from job");
    sql("delete from turn");
    sql("delete from platform_pause");
  }

  @Test
  void acceptsARequestOnceHoweverOftenItIsHeard() {
    SyncRequested request = lastDays(aRequest(), 5).said();
    accepted(request, 5);
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);
    SyncRequested marker = lastDays(aRequest(), 1).said();
    accepted(marker, 1);

    assertThat(count("select count(*) from wanted_slice")).isEqualTo(6);
    assertThat(count("select count(*) from job_slice")).isEqualTo(6);
  }

  @Test
  void putsAsideARequestThatNoReportCanAnswer() {
    SyncRequested request = aRequest().wanting("performance", "keyword", TODAY).said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);

    assertThat(TopicProbe.awaitDeadLetters(Topic.SYNC_REQUESTED_GOOGLE, 1))
        .anySatisfy(letter ->
            assertThat(TopicProbe.header(letter, "dead-letter-cause")).contains("no such level"));
  }

  @Test
  void readsSeveralDatesOfAnAccountWithOneQueryEachWithAVersionOfItsOwn() {
    accepted(lastDays(aRequest().kind("backfill"), 30).said(), 30);

    Claim claim = claims.claim();

    assertThat(claim.slices()).hasSize(14);
    assertThat(claim.to()).isEqualTo(TODAY);
    assertThat(claim.from()).isEqualTo(TODAY.minusDays(13));
    assertThat(claim.slices()).extracting(Claim.Held::version).doesNotHaveDuplicates();
    assertThat(claims.claim().to()).isEqualTo(TODAY.minusDays(14));
  }

  @Test
  void servesTheLivingBeforeTheNightAndTheNightBeforeTheBackfill() {
    accepted(lastDays(aRequest().kind("backfill"), 1).said(), 1);
    accepted(lastDays(aRequest().kind("nightly"), 1).said(), 1);
    accepted(lastDays(aRequest().kind("live"), 1).said(), 1);
    accepted(lastDays(aRequest().kind("now"), 1).said(), 1);

    assertThat(List.of(claims.claim(), claims.claim(), claims.claim(), claims.claim()))
        .extracting(Claim::priority)
        .containsExactly(Priority.NOW, Priority.LIVE, Priority.NIGHTLY, Priority.BACKFILL);
  }

  @Test
  void leavesTheNightAndTheBackfillToOthersWhereItIsAskedTo() {
    accepted(lastDays(aRequest().kind("backfill"), 1).said(), 1);
    accepted(lastDays(aRequest().kind("nightly"), 1).said(), 1);
    assertThat(claims.claim(Priority.LIVE)).isNull();
    accepted(lastDays(aRequest().kind("live"), 1).said(), 1);

    assertThat(claims.claim(Priority.LIVE).priority()).isEqualTo(Priority.LIVE);
    assertThat(claims.claim(Priority.LIVE)).isNull();
  }

  @Test
  void servesTheWorkspaceNextThatWaitedLongest() {
    UUID crowded = UUID.randomUUID();
    UUID small = UUID.randomUUID();
    for (int i = 0; i < 4; i++) {
      accepted(lastDays(aRequest().in(crowded), 1).said(), 1);
    }
    accepted(lastDays(aRequest().in(small), 1).said(), 1);

    Claim first = claims.claim();
    Claim second = claims.claim();

    assertThat(Set.of(first.workspaceId(), second.workspaceId()))
        .containsExactlyInAnyOrder(crowded, small);
  }

  @Test
  void joinsASliceThatAlreadyWaitsAndMakesItAsUrgent() {
    Requests backfill = lastDays(aRequest().kind("backfill"), 1);
    accepted(backfill.said(), 1);
    SyncRequested now = backfill.again().kind("now").said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, now);
    await().until(() -> count("select count(*) from job") == 2);

    assertThat(count("select count(*) from wanted_slice")).isEqualTo(1);
    Claim claim = claims.claim();
    assertThat(claim.priority()).isEqualTo(Priority.NOW);
    cover(claim, claim.slices().getFirst().version());
    await().until(() -> count("select count(*) from job where state = 'succeeded'") == 2);
  }

  @Test
  void readsASliceAnewThatIsWantedWhileItIsBeingRead() {
    Requests live = lastDays(aRequest(), 1);
    accepted(live.said(), 1);
    Claim first = claims.claim();
    SyncRequested again = live.again().said();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, again);
    await().until(() -> count("select count(*) from wanted_slice where state = 'waiting'") == 1);

    cover(first, first.slices().getFirst().version());
    await().until(() -> count("select count(*) from job where state = 'succeeded'") == 1);

    assertThat(state(again)).isEqualTo("running");
    Claim second = claims.claim();
    assertThat(second.slices().getFirst().version())
        .isGreaterThan(first.slices().getFirst().version());
    cover(second, second.slices().getFirst().version());
    await().until(() -> state(again).equals("succeeded"));
  }

  @Test
  void takesAnOlderClaimForDoneWhenANewerVersionIsCovered() {
    Requests live = lastDays(aRequest(), 1);
    accepted(live.said(), 1);
    Claim first = claims.claim();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, live.again().said());
    await().until(() -> count("select count(*) from wanted_slice where state = 'waiting'") == 1);
    Claim second = claims.claim();

    cover(second, second.slices().getFirst().version());

    await().until(() -> count("select count(*) from job where state = 'succeeded'") == 2);
    assertThat(claims.stillHeld(first)).isEmpty();
  }

  @Test
  void claimsAgainWithANewVersionWhatAKilledWorkerLeftBehind() {
    accepted(lastDays(aRequest(), 3).said(), 3);
    Claim lost = claims.claim();
    sql("update wanted_slice set lease_until = now() - interval '1 second'");
    await().until(() -> count("select count(*) from wanted_slice where state = 'waiting'") == 3);

    Claim found = claims.claim();

    assertThat(found.slices()).hasSize(3);
    assertThat(found.slices().getLast().version())
        .isGreaterThan(lost.slices().getFirst().version());
    assertThat(claims.stillHeld(lost)).isEmpty();
    release.said(lost, lost.slices().stream().map(Claim.Held::id).toList());
    assertThat(claims.stillHeld(found)).hasSize(3);
  }

  @Test
  void readsAgainWhatWasNeverCovered() {
    accepted(lastDays(aRequest(), 1).said(), 1);
    Claim claim = claims.claim();
    release.said(claim, List.of(claim.slices().getFirst().id()));
    assertThat(claims.claim()).isNull();
    sql("update wanted_slice set lease_until = now() - interval '1 second'");

    await().until(() -> count("select count(*) from wanted_slice where state = 'waiting'") == 1);
    assertThat(claims.claim().slices().getFirst().lapses()).isEqualTo(1);
  }

  @Test
  void joinsTheNewerWishWhenAReadingIsPutBack() {
    Requests live = lastDays(aRequest(), 2);
    accepted(live.said(), 2);
    Claim first = claims.claim();
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, live.again().said());
    await().until(() -> count("select count(*) from wanted_slice") == 4);

    release.putBack(first, Duration.ZERO);

    assertThat(count("select count(*) from wanted_slice")).isEqualTo(2);
    Claim both = claims.claim();
    both.slices().forEach(slice -> cover(both, slice, slice.version()));
    await().until(() -> count("select count(*) from job where state = 'succeeded'") == 2);
  }

  @Test
  void readsARefusedSliceThreeTimesAndThenNamesIt() {
    SyncRequested request = lastDays(aRequest(), 2).said();
    accepted(request, 2);
    Claim first = claims.claim();
    Claim.Held yesterday = first.slices().getLast();
    cover(first, first.slices().getFirst(), first.slices().getFirst().version());
    refuse(first, yesterday);
    for (int i = 0; i < 2; i++) {
      await().until(() -> count("select count(*) from wanted_slice where state = 'waiting'") == 1);
      Claim next = claims.claim();
      refuse(next, next.slices().getFirst());
    }

    List<SyncProgress> said = ended(request);
    SyncProgress last = said.getLast();
    assertThat(last.state()).isEqualTo("partial");
    assertThat(last.failureKind()).isEqualTo("refused_slice");
    assertThat(last.slice()).isEqualTo("performance/campaign/2026-11-24");
    assertThat(last.done()).isEqualTo(1);
    assertThat(last.failed()).isEqualTo(1);
    assertThat(said).extracting(SyncProgress::version).isSorted().doesNotHaveDuplicates();
    assertThat(count("select count(*) from wanted_slice")).isZero();
  }

  @Test
  void namesEverySliceThatIsGivenUp() {
    SyncRequested request = lastDays(aRequest(), 3).said();
    accepted(request, 3);
    Claim claim = claims.claim();

    release.giveUp(claim, Failure.of(FailureKind.PERMANENT, "code", "It can't be read."));

    List<SyncProgress> said = ended(request);
    assertThat(said)
        .filteredOn(p -> p.state().equals("running") && p.failureKind() != null)
        .extracting(SyncProgress::slice)
        .containsExactly(
            "performance/campaign/2026-11-25",
            "performance/campaign/2026-11-24",
            "performance/campaign/2026-11-23");
    assertThat(said.getLast().state()).isEqualTo("failed");
    assertThat(said.getLast().slice()).isEqualTo("performance/campaign/2026-11-25");
    assertThat(said).extracting(SyncProgress::version).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void saysOnceThatTheQuotaIsUsedUpAndAlsoOfWhatComesLater() {
    Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    SyncRequested first = lastDays(aRequest(), 1).said();
    accepted(first, 1);
    limit(tomorrow);
    assertThat(rateLimited(first).retryAt()).isEqualTo(tomorrow);
    String version = text("select version from job where id = '" + first.jobId() + "'");

    SyncRequested later = lastDays(aRequest(), 1).said();
    accepted(later, 1);
    limit(tomorrow);

    assertThat(rateLimited(later).retryAt()).isEqualTo(tomorrow);
    assertThat(text("select version from job where id = '" + first.jobId() + "'"))
        .isEqualTo(version);
    assertThat(count("select count(*) from job where unsaid")).isZero();
  }

  @Test
  void forgetsEveryJobThatEndedLongAgo() {
    sql(
        """
        insert into job (workspace_id, id, account_id, connection_id, kind, state, slices,
                         requested_at, ended_at)
        select uuidv7(), uuidv7(), uuidv7(), uuidv7(), 'live', 'succeeded', 1, now(),
               now() - make_interval(days => case when i <= 1200 then 31 else 29 end)
          from generate_series(1, 1201) i
        """);

    forget.forget().await().indefinitely();

    assertThat(count("select count(*) from job")).isEqualTo(1);
  }

  @Test
  void neverClaimsASliceTwice() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      accepted(lastDays(aRequest(), 10).said(), 10);
    }
    ConcurrentLinkedQueue<UUID> claimed = new ConcurrentLinkedQueue<>();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      workers.add(
          Thread.ofVirtual()
              .start(() -> {
                Claim claim = claims.claim();
                while (claim != null) {
                  claim.slices().forEach(slice -> claimed.add(slice.id()));
                  claim = claims.claim();
                }
              }));
    }
    for (Thread worker : workers) {
      worker.join();
    }

    assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void forcesRowSecurityOnEveryTenantTable() {
    RowSecurity.assertEveryTenantTableIsForced(Set.of("operation", "platform_pause"));
  }

  private static Requests lastDays(Requests request, int days) {
    return request.wanting("performance", "campaign", TODAY.minusDays(days - 1), TODAY);
  }

  private static void accepted(SyncRequested request, int slices) {
    TopicProbe.send(Topic.SYNC_REQUESTED_GOOGLE, request);
    await()
        .until(() ->
            count("select count(*) from job_slice where job_id = '" + request.jobId() + "'")
                == slices);
  }

  private static void cover(Claim claim, long version) {
    cover(claim, claim.slices().getFirst(), version);
  }

  private static void cover(Claim claim, Claim.Held slice, long version) {
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    say(claim, slice, new Coverage.Closed(version, now, now, 1, Figures.ZERO, null), null);
  }

  private static void refuse(Claim claim, Claim.Held slice) {
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    say(claim, slice, null, new Coverage.Refused(slice.version(), now, "2 rows, said 3"));
  }

  private static void say(
      Claim claim, Claim.Held slice, Coverage.Closed closed, Coverage.Refused refused) {
    TopicProbe.send(
        Topic.COVERAGE,
        new Coverage(
            claim.workspaceId(),
            claim.accountId(),
            "google",
            claim.report(),
            claim.level(),
            slice.date(),
            closed,
            refused));
  }

  private static List<SyncProgress> ended(SyncRequested request) {
    return said(request, p -> !p.state().equals("running"));
  }

  private void limit(Instant until) {
    Duration wait = Duration.between(Instant.now(), until);
    feed.inTransaction(connection -> waiting.limit(connection, wait, until)).await().indefinitely();
  }

  private static SyncProgress rateLimited(SyncRequested request) {
    return said(request, p -> "rate_limited".equals(p.failureKind())).stream()
        .filter(p -> p.failureKind() != null)
        .findFirst()
        .orElseThrow();
  }

  /** What was said of a job, once something of that kind was. */
  private static List<SyncProgress> said(SyncRequested request, Predicate<SyncProgress> kind) {
    return TopicProbe.await(
            Topic.SYNC_PROGRESS,
            SyncProgress.class,
            all -> all.stream().anyMatch(p -> p.jobId().equals(request.jobId()) && kind.test(p)))
        .stream()
        .filter(p -> p.jobId().equals(request.jobId()))
        .toList();
  }

  private static String state(SyncRequested request) {
    return text("select state from job where id = '" + request.jobId() + "'");
  }

  private static long count(String query) {
    return Long.parseLong(text(query));
  }

  private static String text(String query) {
    try (Connection connection = RealParts.current().connect("feed");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sql(String statement) {
    try (Connection connection = RealParts.current().connect("feed");
        Statement each = connection.createStatement()) {
      each.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
