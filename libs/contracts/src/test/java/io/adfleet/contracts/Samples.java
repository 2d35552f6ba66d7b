package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One record of each kind, with every optional field set. */
final class Samples {

  static final UUID WORKSPACE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  static final UUID ACCOUNT = Ids.accountId(WORKSPACE, Platform.GOOGLE, "3522798642");
  static final UUID ENTITY =
      Ids.entityId(WORKSPACE, Platform.GOOGLE, "3522798642", Level.CAMPAIGN, "73172202281");
  static final UUID OTHER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  static final Instant AT = Instant.parse("2026-11-22T09:45:00Z");
  static final LocalDate DATE = LocalDate.parse("2026-11-22");
  static final Figures FIGURES = new Figures(1_234_560_000, 1000, 10, 1_500_000, 99_000_000);

  private Samples() {}

  static List<Object> all() {
    return List.of(
        new Reading(
            WORKSPACE,
            ACCOUNT,
            "google",
            Slice.HOURS,
            Level.CAMPAIGN,
            ENTITY,
            "73172202281",
            DATE,
            9,
            AT,
            7,
            "Europe/Berlin",
            "EUR",
            1,
            2,
            3,
            4,
            5,
            6L,
            7L,
            8L,
            List.of(new ActionCount("omni_purchase", "7d_click_1d_view", 4, 5))),
        new SliceClosed(
            WORKSPACE,
            ACCOUNT,
            "google",
            Slice.PERFORMANCE,
            Level.CAMPAIGN,
            DATE,
            7,
            AT,
            "Europe/Berlin",
            "EUR",
            1,
            FIGURES,
            FIGURES),
        new Daily(
            WORKSPACE,
            ACCOUNT,
            "google",
            Level.CAMPAIGN,
            ENTITY,
            "73172202281",
            DATE,
            AT,
            7,
            "EUR",
            false,
            1,
            2,
            3,
            4,
            5,
            6L,
            7L),
        new Intraday(
            WORKSPACE,
            ACCOUNT,
            "google",
            Level.CAMPAIGN,
            ENTITY,
            DATE,
            AT,
            AT,
            7,
            "Europe/Berlin",
            "EUR",
            Intraday.SOURCE_READING,
            1,
            2,
            3,
            4,
            5),
        new Coverage(
            WORKSPACE,
            ACCOUNT,
            "google",
            Slice.PERFORMANCE,
            Level.CAMPAIGN,
            DATE,
            new Coverage.Closed(7, AT, AT, 1, FIGURES, FIGURES),
            new Coverage.Refused(8, AT, "2 rows were said, 1 is held")),
        new Entity(
            WORKSPACE,
            ACCOUNT,
            "google",
            ENTITY,
            "73172202281",
            Level.CAMPAIGN,
            OTHER,
            "Brand \"<b>\" süd",
            "active",
            "ENABLED",
            "SEARCH",
            "EUR",
            10_000_000L,
            "cr",
            "image",
            "https://example.test/a.png",
            AT,
            7),
        new AccountState(
            WORKSPACE,
            ACCOUNT,
            OTHER,
            "google",
            "3522798642",
            "shop",
            "EUR",
            "Europe/Berlin",
            "7294919105",
            "active",
            "active",
            "All is well.",
            DATE,
            false,
            AT,
            3),
        new SyncRequested(
            WORKSPACE,
            ACCOUNT,
            OTHER,
            OTHER,
            SyncRequested.NOW,
            "3522798642",
            "EUR",
            "Europe/Berlin",
            "7294919105",
            List.of(new SyncRequested.Wanted(Slice.PERFORMANCE, Level.CAMPAIGN, DATE, DATE)),
            AT),
        new SyncProgress(
            WORKSPACE,
            ACCOUNT,
            OTHER,
            "running",
            3,
            90,
            1,
            "rate_limited",
            "Google asks to wait.",
            "slice",
            AT,
            AT,
            4),
        new Tenancy(
            WORKSPACE,
            Tenancy.WORKSPACE,
            WORKSPACE.toString(),
            "shop",
            "EUR",
            "Europe/Berlin",
            "owner",
            false,
            1),
        new FleetChanged(WORKSPACE, FleetChanged.FIGURES, List.of(ACCOUNT), AT),
        new Heartbeat("snapshot-store", "snapshot-store-0", "0.1.0", 8084, AT, AT, true, false));
  }
}
