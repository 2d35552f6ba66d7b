package io.adfleet.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign, ad group (Meta: ad set), ad or asset group as the platform last described it.
 *
 * @param kind one of {@link Level}
 * @param status active, paused, removed, limited, learning, pending or ended
 * @param platformStatus the platform's own word
 * @param dailyBudget micros of {@code currency}; null where there is none at this level
 */
public record Entity(
    UUID workspaceId,
    UUID accountId,
    String platform,
    UUID entityId,
    String externalId,
    String kind,
    @Nullable UUID parentId,
    String name,
    String status,
    String platformStatus,
    @Nullable String channel,
    @Nullable String currency,
    @Nullable Long dailyBudget,
    @Nullable String creativeName,
    @Nullable String creativeType,
    @Nullable String thumbnailUrl,
    Instant observedAt,
    long version) {}
