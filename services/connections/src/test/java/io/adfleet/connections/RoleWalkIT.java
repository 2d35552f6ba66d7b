package io.adfleet.connections;

import io.adfleet.testing.RealParts;
import io.adfleet.testing.RoleWalk;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Every endpoint lets in whom it declares, and nobody else. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class RoleWalkIT {

  @Test
  void everyEndpointLetsInWhomItDeclares() {
    RoleWalk.through("connections").check();
  }
}
