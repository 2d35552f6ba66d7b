package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Role;
import java.util.UUID;

/** A workspace as the API shows it to one of its members. */
record WorkspaceView(UUID id, String name, String currency, String zone, String role) {

  static WorkspaceView of(Workspace workspace, Role role) {
    return new WorkspaceView(
        workspace.id(), workspace.name(), workspace.currency(), workspace.zone(), role.word());
  }
}
