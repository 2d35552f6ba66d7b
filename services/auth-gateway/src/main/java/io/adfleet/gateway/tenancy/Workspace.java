package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A tenant: one business's figures, in one base currency and one reporting zone. */
record Workspace(
    UUID id, String name, String currency, String zone, long version, Instant updatedAt) {

  /** The same workspace after a change; equal to this one where nothing differs. */
  Workspace changedBy(WorkspaceDraft draft, Instant now) {
    Workspace changed =
        new Workspace(
            id,
            Objects.requireNonNullElse(draft.cleanName(), name),
            Objects.requireNonNullElse(draft.currency(), currency),
            Objects.requireNonNullElse(draft.zone(), zone),
            version + 1,
            now);
    return changed.says(this) ? this : changed;
  }

  private boolean says(Workspace other) {
    return name.equals(other.name) && currency.equals(other.currency) && zone.equals(other.zone);
  }

  /** How a reader recognises this version of it, as somebody in this role sees it. */
  String etag(Role role) {
    return "\"" + version + "-" + role.word() + "\"";
  }
}
