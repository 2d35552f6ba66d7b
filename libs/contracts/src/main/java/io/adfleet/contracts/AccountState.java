package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected ad account and how it does.
 *
 * @param zone IANA time zone; dates of its figures are local to it
 * @param state active, disabled or no_permission
 * @param connectionState pending, active, needs_reauth or rate_limited
 * @param sentence what the user should know or do; null while all is well
 * @param historyFrom the first date that is read
 * @param removed the account was disconnected
 */
public record AccountState(
    UUID workspaceId,
    UUID accountId,
    UUID connectionId,
    String platform,
    String externalId,
    String name,
    String currency,
    String zone,
    @Nullable String loginCustomerId,
    String state,
    String connectionState,
    @Nullable String sentence,
    LocalDate historyFrom,
    boolean removed,
    Instant changedAt,
    long version) {}
