package io.adfleet.meta;

import static io.adfleet.meta.Requests.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Micros;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.Topic;
import io.adfleet.ingest.work.Workers;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "ingest_meta"))
@WithTestResource(OutsideWorld.class)
class TroubleIT {

  private static final String SPEND_OF_D_3 = "1076.25";

  @Inject Workers workers;

  private final LocalDate today = OutsideWorld.today();

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
  void ordersAFailedReportInParts() {
    fault(OutsideWorld.SHOP, "insights_async", "async_job_failed", 2);

    assertThat(backfilledSpend()).isEqualTo(Micros.ofDecimalText(SPEND_OF_D_3));
  }

  @Test
  void ordersASkippedReportInParts() {
    fault(OutsideWorld.SHOP, "insights_async", "async_job_skipped", 1);

    assertThat(backfilledSpend()).isEqualTo(Micros.ofDecimalText(SPEND_OF_D_3));
  }

  @Test
  void ordersAReportInPartsThatDoesNotStart() {
    fault(OutsideWorld.SHOP, "insights_async:campaign", "async_job_stalled", 1);

    assertThat(backfilledSpend()).isEqualTo(Micros.ofDecimalText(SPEND_OF_D_3));
  }

  @Test
  void asksForSmallerPagesWhereMetaWantsThem() {
    OutsideWorld.faults(
        """
        [{"platform":"meta","account_id":"%s","operation":"insights","fault":"too_much_data",
          "rows":2}]
        """
            .formatted(OutsideWorld.SHOP));
    Heard heard = Heard.after(aRequest().wanting("performance", "ad", today.minusDays(3)).said());

    SliceClosed manifest = heard.manifests(Topic.READINGS, 1).getFirst();

    assertThat(manifest.rows()).isEqualTo(9);
    assertThat(manifest.sums().spend()).isEqualTo(Micros.ofDecimalText(SPEND_OF_D_3));
  }

  @Test
  void triesAgainAfterAPassingFailure() {
    fault(OutsideWorld.SHOP, "*", "transient_error", 2);
    Heard heard =
        Heard.after(aRequest().wanting("performance", "campaign", today.minusDays(3)).said());

    heard.manifests(Topic.READINGS, 1).forEach(Heard::cover);

    assertThat(heard.end().state()).isEqualTo("succeeded");
  }

  @Test
  void waitsAsLongAsMetaAsks() {
    OutsideWorld.faults(
        """
        [{"platform":"meta","account_id":"%s","operation":"*","fault":"quota_exhausted","times":1,
          "code":17,"retry_after_seconds":90}]
        """
            .formatted(OutsideWorld.BUSY));
    Heard heard =
        Heard.after(
            aRequest()
                .of(OutsideWorld.BUSY)
                .wanting("performance", "campaign", today.minusDays(1))
                .said());

    SyncProgress waiting = heard.progress(p -> p.failureKind() != null);

    assertThat(waiting.state()).isEqualTo("running");
    assertThat(waiting.failureKind()).isEqualTo("rate_limited");
    assertThat(Duration.between(waiting.at(), waiting.retryAt()))
        .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(130));
  }

  @Test
  void endsTheJobsOfAnAccountThatMayNotBeRead() {
    SyncProgress last = endOf(OutsideWorld.SECRET);

    assertThat(last.state()).isEqualTo("failed");
    assertThat(last.failureKind()).isEqualTo("no_permission");
    assertThat(last.sentence()).contains("Ask its owner");
  }

  @Test
  void tellsADisabledAccountFromOneThatMayNotBeRead() {
    SyncProgress last = endOf(OutsideWorld.CLOSED);

    assertThat(last.state()).isEqualTo("failed");
    assertThat(last.failureKind()).isEqualTo("disabled");
    assertThat(last.sentence()).contains("Account Quality");
  }

  @Test
  void endsTheJobsOfAConnectionWhoseTokenDied() {
    UUID connection = UUID.randomUUID();
    Heard.after(
            aRequest()
                .through(connection)
                .wanting("performance", "campaign", today.minusDays(1))
                .said())
        .manifests(Topic.READINGS, 1);
    OutsideWorld.faults(
        "[{\"platform\":\"meta\",\"account_id\":\"*\",\"operation\":\"*\","
            + "\"fault\":\"revoked_token\"}]");

    SyncProgress last =
        Heard.after(
                aRequest()
                    .through(connection)
                    .wanting("performance", "campaign", today.minusDays(1))
                    .said())
            .end();

    assertThat(last.failureKind()).isEqualTo("needs_reauth");
    assertThat(last.sentence()).contains("Authorize it again");
  }

  @Test
  void endsTheJobsOfAConnectionThatLostItsConsent() {
    Heard heard =
        Heard.after(
            aRequest()
                .through(
                    UUID.fromString(OutsideWorld.LOST + UUID.randomUUID().toString().substring(9)))
                .wanting("performance", "campaign", today)
                .said());

    assertThat(heard.end().failureKind()).isEqualTo("needs_reauth");
  }

  @Test
  void givesUpWhatIsReadAtNoSuchLevel() {
    Heard heard =
        Heard.after(aRequest().wanting("performance", "asset_group", today.minusDays(1)).said());

    SyncProgress last = heard.end();

    assertThat(last.failureKind()).isEqualTo("permanent");
  }

  @Test
  void triesWhatNobodyForesawNoMoreOftenThanAnythingElse() {
    SyncProgress last = endOf("no address");

    assertThat(last.state()).isEqualTo("failed");
    assertThat(last.sentence()).contains("ours to repair");
  }

  private SyncProgress endOf(String account) {
    return Heard.after(
            aRequest()
                .of(account)
                .wanting("performance", "campaign", today.minusDays(5), today)
                .said())
        .end();
  }

  private long backfilledSpend() {
    Heard heard =
        Heard.after(
            aRequest()
                .kind("backfill")
                .wanting("performance", "campaign", today.minusDays(12), today.minusDays(1))
                .said());
    List<SliceClosed> manifests = heard.manifests(Topic.READINGS_BACKFILL, 12);
    assertThat(manifests).hasSize(12).allMatch(m -> m.sums().equals(m.platformTotal()));
    return manifests.stream()
        .filter(m -> m.date().equals(today.minusDays(3)))
        .findFirst()
        .orElseThrow()
        .sums()
        .spend();
  }

  private static void fault(String account, String operation, String fault, int times) {
    OutsideWorld.faults(
        """
        [{"platform":"meta","account_id":"%s","operation":"%s","fault":"%s","times":%d}]
        """
            .formatted(account, operation, fault, times));
  }
}
