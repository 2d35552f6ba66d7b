package io.adfleet.google.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account a call is about and the connection that may read it.
 *
 * @param customerId digits only
 * @param loginCustomerId the manager account through which it is reached, if any
 */
public record AdAccount(
    UUID workspaceId, UUID connectionId, String customerId, @Nullable String loginCustomerId) {}
