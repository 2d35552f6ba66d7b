package io.adfleet.gateway.token;

import io.adfleet.defaults.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A machine's right to act for a person in one workspace.
 *
 * @param role the most it may be; the person's own role there is a second limit
 */
record ApiToken(
    UUID id,
    UUID workspace,
    UUID user,
    String name,
    Role role,
    String ending,
    Instant createdAt,
    Instant expiresAt) {}
