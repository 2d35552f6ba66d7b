package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Role;
import java.util.UUID;

/** A person in a workspace. */
record Membership(UUID workspace, UUID user, Role role, long version) {}
