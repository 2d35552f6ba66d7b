package io.adfleet.dashboard;

import io.adfleet.testing.RoleWalk;
import org.junit.jupiter.api.Test;

/** Every endpoint lets in whom it declares, and nobody else. */
@RunningService
class RoleWalkIT {

  @Test
  void everyEndpointLetsInWhomItDeclares() {
    RoleWalk.through("dashboard-query")
        .whereViewersMayAlso("POST /api/workspaces/{workspace}/query")
        .check();
  }
}
