package io.adfleet.dashboard.query;

import io.adfleet.dashboard.metric.Sums;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign that did something in the asked dates, with the sums of those that are covered. */
record CampaignFigures(
    UUID entityId, @Nullable String name, String platform, String currency, Sums sums) {}
