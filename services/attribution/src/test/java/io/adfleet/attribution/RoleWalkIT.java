package io.adfleet.attribution;

import io.adfleet.testing.RoleWalk;
import org.junit.jupiter.api.Test;

/** Every endpoint lets in whom it declares, and nobody else. */
@RunningService
class RoleWalkIT {

  @Test
  void everyEndpointLetsInWhomItDeclares() {
    RoleWalk.through("attribution").check();
  }
}
