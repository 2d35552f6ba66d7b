package io.adfleet.snapshots;

import io.adfleet.contracts.ActionCount;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Micros;
import io.adfleet.contracts.Platform;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.SliceClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Readings and manifests that read aloud: {@code google.reading("c1").spending("12.50")}. */
public record Readings(
    UUID workspace,
    String account,
    String zone,
    String report,
    LocalDate date,
    Instant observedAt,
    long version) {

  /** A fresh workspace with one account whose clock is UTC. */
  public static Readings ofNewAccount() {
    return new Readings(
        Ids.next(),
        "1234567890",
        "UTC",
        Slice.PERFORMANCE,
        LocalDate.parse("2026-11-20"),
        Instant.parse("2026-11-20T10:05:00Z"),
        1);
  }

  public Readings inZone(String other) {
    return new Readings(workspace, account, other, report, date, observedAt, version);
  }

  public Readings on(String other) {
    return new Readings(
        workspace, account, zone, report, LocalDate.parse(other), observedAt, version);
  }

  public Readings at(String instant) {
    return new Readings(workspace, account, zone, report, date, Instant.parse(instant), version);
  }

  public Readings version(long other) {
    return new Readings(workspace, account, zone, report, date, observedAt, other);
  }

  public Readings hours() {
    return new Readings(workspace, account, zone, Slice.HOURS, date, observedAt, version);
  }

  public UUID accountId() {
    return Ids.accountId(workspace, Platform.GOOGLE, account);
  }

  public UUID entity(String campaign) {
    return Ids.entityId(workspace, Platform.GOOGLE, account, "campaign", campaign);
  }

  public Reading reading(String campaign, String spend) {
    return row(campaign, null, spend, 0);
  }

  public Reading reading(String campaign, String spend, long clicks) {
    return row(campaign, null, spend, clicks);
  }

  public Reading hour(String campaign, int hour, String spend) {
    return row(campaign, hour, spend, 0);
  }

  private Reading row(String campaign, Integer hour, String spend, long clicks) {
    return new Reading(
        workspace,
        accountId(),
        Platform.GOOGLE,
        report,
        "campaign",
        entity(campaign),
        campaign,
        date,
        hour,
        observedAt,
        version,
        zone,
        "EUR",
        Micros.ofDecimalText(spend),
        10 * clicks,
        clicks,
        0,
        0,
        null,
        null);
  }

  /** A reading with what a platform tells beside its figures. */
  public Reading telling(String campaign, Long clicksAll, List<ActionCount> actions) {
    return new Reading(
        workspace,
        accountId(),
        Platform.GOOGLE,
        report,
        "campaign",
        entity(campaign),
        campaign,
        date,
        null,
        observedAt,
        version,
        zone,
        "EUR",
        1_000_000,
        10,
        1,
        0,
        0,
        null,
        null,
        clicksAll,
        actions);
  }

  public SliceClosed closed(int rows) {
    return new SliceClosed(
        workspace,
        accountId(),
        Platform.GOOGLE,
        report,
        "campaign",
        date,
        version,
        observedAt,
        zone,
        "EUR",
        rows,
        Figures.ZERO,
        Figures.ZERO);
  }
}
