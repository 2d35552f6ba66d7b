package io.adfleet.meta;

import static io.adfleet.meta.Requests.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.ActionCount;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Micros;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Topic;
import io.adfleet.ingest.work.Workers;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "ingest_meta"))
@WithTestResource(OutsideWorld.class)
class IngestIT {

  @Inject Workers workers;

  private final LocalDate today = OutsideWorld.today();

  @BeforeEach
  void atWork() {
    OutsideWorld.faults("[]");
    workers.start(4);
  }

  @AfterEach
  void atRest() {
    workers.stop();
  }

  @Test
  void saysWhatThePlatformSaysAndThenItsManifest() {
    SyncRequested request =
        aRequest()
            .kind("backfill")
            .wanting("performance", "campaign", today.minusDays(5), today)
            .said();
    Heard heard = Heard.after(request);

    List<SliceClosed> manifests = heard.manifests(Topic.READINGS_BACKFILL, 6);
    List<Reading> readings = heard.readings(Topic.READINGS_BACKFILL, manifests);

    assertThat(closed(manifests, 1).sums()).isEqualTo(figures("461.45", 13125, 390, 13, "502.48"));
    assertThat(closed(manifests, 2).sums())
        .isEqualTo(figures("1048.49", 36238, 1122, 29, "1479.41"));
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
                request.workspaceId(), "meta", OutsideWorld.SHOP, "campaign", one.externalId()));
  }

  @Test
  void keepsTheFiguresOfWhatWasDeleted() {
    LocalDate date = today.minusDays(3);
    Heard heard =
        Heard.after(
            aRequest()
                .wanting("performance", "campaign", date)
                .wanting("performance", "ad", date)
                .said());

    List<SliceClosed> manifests = heard.manifests(Topic.READINGS, 2);

    assertThat(level(manifests, "campaign").rows()).isEqualTo(3);
    assertThat(level(manifests, "campaign").sums())
        .isEqualTo(figures("1076.25", 31604, 564, 26, "916.29"));
    assertThat(level(manifests, "ad").rows()).isEqualTo(9);
    assertThat(level(manifests, "ad").sums()).isEqualTo(level(manifests, "campaign").sums());
    assertThat(level(manifests, "ad").platformTotal()).isNull();
  }

  @Test
  void carriesTheActionsBesideTheFiguresAndCountsOneOfThem() {
    LocalDate date = today.minusDays(2);
    Heard heard = Heard.after(aRequest().wanting("performance", "campaign", date).said());
    List<SliceClosed> manifests = heard.manifests(Topic.READINGS, 1);

    Reading brand =
        heard.readings(Topic.READINGS, manifests).stream()
            .filter(r -> r.externalId().equals("27973336904"))
            .findFirst()
            .orElseThrow();

    assertThat(brand.clicks()).isEqualTo(453);
    assertThat(brand.clicksAll()).isGreaterThan(453);
    assertThat(brand.conversions()).isEqualTo(16_000_000);
    assertThat(brand.actions())
        .contains(
            new ActionCount("omni_purchase", "7d_click_1d_view", 16_000_000, 671_030_000),
            new ActionCount("purchase", "7d_click_1d_view", 16_000_000, 671_030_000))
        .extracting(ActionCount::type)
        .contains("link_click");
  }

  @Test
  void readsTheHoursOfTheAccountsOwnClock() {
    LocalDate date = today.minusDays(2);
    Heard heard = Heard.after(aRequest().wanting("performance_hours", "campaign", date).said());

    SliceClosed hours = heard.manifests(Topic.READINGS, 1).getFirst();

    assertThat(hours.rows()).isGreaterThan(20);
    assertThat(hours.sums()).isEqualTo(figures("1048.49", 36238, 1122, 29, "1479.41"));
    assertThat(heard.readings(Topic.READINGS, List.of(hours)))
        .allMatch(r -> r.hour() != null && r.hour() >= 0 && r.hour() < 24 && r.actions() == null);
  }

  @Test
  void saysTheStructureDownToCreativesWithWhatWasDeleted() {
    Heard heard = Heard.after(aRequest().wanting("structure", "account", today).said());

    assertThat(heard.end().state()).isEqualTo("succeeded");
    List<Entity> entities = heard.entities(17);
    assertThat(entities).hasSize(17);
    assertThat(entity(entities, e -> e.externalId().equals("27973336904")))
        .satisfies(brand -> {
          assertThat(brand.kind()).isEqualTo("campaign");
          assertThat(brand.name()).isEqualTo("Brand 0");
          assertThat(brand.status()).isEqualTo("active");
          assertThat(brand.platformStatus()).isEqualTo("ACTIVE");
          assertThat(brand.channel()).isEqualTo("OUTCOME_SALES");
          assertThat(brand.dailyBudget()).isEqualTo(495_850_000);
          assertThat(brand.parentId()).isNull();
        });
    Entity adSet = entity(entities, e -> e.externalId().equals("279733369041"));
    assertThat(adSet.kind()).isEqualTo("ad_group");
    assertThat(adSet.dailyBudget()).isNull();
    assertThat(entity(entities, e -> e.externalId().equals("2797333690411")))
        .satisfies(ad -> {
          assertThat(ad.parentId()).isEqualTo(adSet.entityId());
          assertThat(ad.creativeName()).isEqualTo("cr 0");
          assertThat(ad.creativeType()).isEqualTo("image");
          assertThat(ad.thumbnailUrl()).isNull();
        });
    assertThat(entity(entities, e -> e.externalId().equals("5550000000111")))
        .satisfies(old -> {
          assertThat(old.status()).isEqualTo("removed");
          assertThat(old.creativeType()).isEqualTo("video");
          assertThat(old.thumbnailUrl()).isEqualTo("https://cdn.test/old.jpg");
        });
    assertThat(entity(entities, e -> e.externalId().equals("55500000001")).status())
        .isEqualTo("removed");
  }

  @Test
  void readsWholeYen() {
    Heard heard =
        Heard.after(
            aRequest()
                .of(OutsideWorld.BUSY)
                .wanting("performance", "campaign", today.minusDays(2), today)
                .wanting("structure", "account", today)
                .said());

    assertThat(heard.manifests(Topic.READINGS, 3))
        .anyMatch(m -> m.sums().equals(figures("1200", 5000, 40, 2, "9000")));
    assertThat(heard.entities(1).getFirst().dailyBudget()).isEqualTo(2_500_000_000L);
    assertThat(heard.entities(1).getFirst().status()).isEqualTo("paused");
  }

  @Test
  void keepsEveryTenantsRowsApart() {
    RowSecurity.assertEveryTenantTableIsForced(Set.of("operation", "platform_pause"));
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

  private static Entity entity(List<Entity> entities, Predicate<Entity> condition) {
    return entities.stream().filter(condition).findFirst().orElseThrow();
  }

  private static Figures figures(
      String spend, long impressions, long clicks, long conversions, String value) {
    return new Figures(
        Micros.ofDecimalText(spend),
        impressions,
        clicks,
        conversions * 1_000_000,
        Micros.ofDecimalText(value));
  }
}
