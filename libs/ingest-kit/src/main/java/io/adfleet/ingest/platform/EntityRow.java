package io.adfleet.ingest.platform;

import org.jspecify.annotations.Nullable;

/**
 * A campaign, ad group, ad or asset group as the platform describes it.
 *
 * @param kind one of {@link io.adfleet.contracts.Level}
 * @param status one word for what it is doing, the same on every platform: active, paused, removed,
 *     limited, learning, pending or ended
 * @param platformStatus the platform's own word for what was set
 * @param dailyBudget micros; null where there is none
 */
public record EntityRow(
    String kind,
    String externalId,
    @Nullable String parentExternalId,
    String name,
    String status,
    String platformStatus,
    @Nullable String channel,
    @Nullable Long dailyBudget,
    @Nullable String creativeName,
    @Nullable String creativeType,
    @Nullable String thumbnailUrl) {}
