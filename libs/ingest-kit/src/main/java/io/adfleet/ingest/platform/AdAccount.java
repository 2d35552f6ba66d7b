package io.adfleet.ingest.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account a call is about and the connection that may read it.
 *
 * @param externalId as the platform names it
 * @param currency ISO 4217
 * @param loginCustomerId the manager account through which it is reached, if any
 */
public record AdAccount(
    UUID workspaceId,
    UUID connectionId,
    String externalId,
    String currency,
    @Nullable String loginCustomerId) {}
