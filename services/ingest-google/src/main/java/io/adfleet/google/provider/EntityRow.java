package io.adfleet.google.provider;

import org.jspecify.annotations.Nullable;

/**
 * A campaign, ad group, ad or asset group as the platform describes it, in its own words.
 *
 * @param kind one of {@link io.adfleet.contracts.Level}
 * @param status what was set: ENABLED, PAUSED, REMOVED
 * @param primaryStatus what it comes to: ELIGIBLE, LIMITED, LEARNING, ENDED, …
 * @param servingStatus of campaigns
 * @param dailyBudget micros; null where there is none
 */
public record EntityRow(
    String kind,
    String externalId,
    @Nullable String parentExternalId,
    String name,
    String status,
    String primaryStatus,
    String servingStatus,
    @Nullable String channel,
    @Nullable Long dailyBudget,
    @Nullable String creativeName,
    @Nullable String creativeType,
    @Nullable String thumbnailUrl) {}
