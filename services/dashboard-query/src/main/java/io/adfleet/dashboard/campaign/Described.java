package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.metric.Figure;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Quotient;
import io.adfleet.dashboard.metric.Sums;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity with its figures over the asked dates.
 *
 * @param sums of the covered dates; null where none is covered
 */
record Described(
    UUID entityId,
    String externalId,
    String kind,
    @Nullable UUID parentId,
    Account account,
    @Nullable String name,
    @Nullable String status,
    @Nullable String platformStatus,
    @Nullable String channel,
    @Nullable Sums sums) {

  /** The level its figures are read at. */
  String level() {
    return Levels.readAt(account.platform(), kind);
  }

  /** The level at which what breaks it down is read, if anything does. */
  @Nullable String below() {
    return Levels.below(account.platform(), kind, channel);
  }

  /** The same where nothing of its level is covered. */
  Described withoutSums() {
    return new Described(
        entityId, externalId, kind, parentId, account, name, status, platformStatus, channel, null);
  }

  /** The value of a metric, null where it is unknown. */
  @Nullable Quotient value(Metric metric) {
    if (sums == null) {
      return null;
    }
    Figure figure = metric.of(sums);
    return figure.value();
  }

  /** As it is answered. */
  Listing.Item answered(@Nullable Sums notBrokenDown, @Nullable String reason) {
    return new Listing.Item(
        entityId,
        externalId,
        kind,
        parentId,
        account.id(),
        account.platform(),
        name,
        status,
        platformStatus,
        channel,
        account.currency(),
        written(Metric.SPEND),
        written(Metric.IMPRESSIONS),
        written(Metric.CLICKS),
        written(Metric.CONVERSIONS),
        written(Metric.CONVERSION_VALUE),
        written(Metric.REVENUE),
        written(Metric.ROAS),
        written(Metric.CTR),
        written(Metric.CPC),
        written(Metric.CPM),
        written(Metric.CPA),
        reason,
        notBrokenDown == null ? null : Listing.Rest.of(notBrokenDown));
  }

  private @Nullable Object written(Metric metric) {
    return metric.written(sums, false);
  }
}
