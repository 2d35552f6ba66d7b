package io.adfleet.defaults;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param user our id of the person
 * @param workspace the workspace the credential is for; null on paths without one
 * @param role the person's role in that workspace
 * @param session a fingerprint of the browser session; null for API tokens
 */
public record Identity(
    UUID user,
    @Nullable String email,
    @Nullable UUID workspace,
    @Nullable Role role,
    @Nullable String session) {}
