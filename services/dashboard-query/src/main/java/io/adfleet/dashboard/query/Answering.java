package io.adfleet.dashboard.query;

import io.adfleet.contracts.Platform;
import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.ledger.Counted;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.dashboard.range.DateRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts an answer together from what is known. */
final class Answering {

  private final Question question;
  private final AskedDates.Resolved asked;
  private final DateRange range;
  private final Accounts accounts;
  private final Ledger ledger;
  private final List<CampaignFigures> campaigns;
  private final Instant now;

  private final Counted counted;
  private final Completeness completeness;

  Answering(
      Question question,
      AskedDates.Resolved asked,
      Accounts accounts,
      Ledger ledger,
      List<CampaignFigures> campaigns,
      Instant now) {
    this.question = question;
    this.asked = asked;
    this.range = asked.range();
    this.accounts = accounts;
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.now = now;
    this.counted = Counted.of(accounts, ledger, range);
    this.completeness = ledger.completeness(accounts.all(), range, now);
  }

  Answer answered() {
    boolean mixed = counted.isMixed();
    Rows rows = rows(counted, accounts.platforms(), campaigns, mixed);
    return new Answer(
        asked.timeframe().key(),
        range.start(),
        range.end(),
        accounts.workspace().zone().getId(),
        counted.currency(accounts.workspace().currency()),
        mixed ? Metric.MIXED_CURRENCIES : null,
        mixed ? byCurrency() : null,
        Metric.REVENUE_SOURCE,
        ledger.dataAsOf(accounts.all(), range, now),
        accounts.lastSyncedAt().orElse(null),
        completeness,
        question.metrics().stream().map(Answer.AskedMetric::of).toList(),
        rows.first(),
        rows.count(),
        Rows.cells(question, counted.sums(ledger, range), counted.whyUnknown(completeness), mixed));
  }

  private List<Answer.OfCurrency> byCurrency() {
    List<Answer.OfCurrency> parts = new ArrayList<>();
    for (String currency : counted.currencies()) {
      Counted part = counted.in(currency);
      Rows rows =
          rows(
              part,
              part.accounts().stream().map(Account::platform).distinct().sorted().toList(),
              campaigns.stream().filter(one -> one.currency().equals(currency)).toList(),
              false);
      parts.add(
          new Answer.OfCurrency(
              currency,
              rows.first(),
              rows.count(),
              Rows.cells(
                  question, part.sums(ledger, range), part.whyUnknown(completeness), false)));
    }
    return parts;
  }

  private Rows rows(
      Counted part, List<String> platforms, List<CampaignFigures> ofPart, boolean mixed) {
    List<Rows.Subject> subjects =
        switch (question.breakdown()) {
          case NONE -> List.of();
          case PLATFORM -> platforms.stream().map(platform -> platform(part, platform)).toList();
          // amounts of several currencies have no order
          case CAMPAIGN ->
              mixed && question.order().metric().takesMoney() ? List.of() : campaigns(ofPart);
        };
    return new Rows(question, subjects, mixed);
  }

  private Rows.Subject platform(Counted part, String platform) {
    Completeness missing =
        ledger.completeness(
            accounts.all().stream().filter(one -> one.platform().equals(platform)).toList(),
            range,
            now);
    return new Rows.Subject(
        platform,
        name(platform),
        platform,
        part.on(platform).sums(ledger, range),
        missing.reasonOr(Counted.NO_COVERAGE));
  }

  private static List<Rows.Subject> campaigns(List<CampaignFigures> all) {
    return all.stream()
        .map(one ->
            new Rows.Subject(one.entityId().toString(), one.name(), one.platform(), one.sums(), ""))
        .toList();
  }

  private static String name(String platform) {
    return switch (platform) {
      case Platform.GOOGLE -> "Google Ads";
      case Platform.META -> "Meta";
      default -> platform;
    };
  }
}
