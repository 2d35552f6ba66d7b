package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static final String W = "/api/workspaces/0193a1b2-0000-7000-8000-000000000001";

  @Test
  void everyPathHasOneOwner() {
    for (String path :
        List.of(
            W + "/connections",
            W + "/connections/c/sync",
            W + "/jobs",
            "/api/fleet",
            "/oauth/google/callback")) {
      assertThat(Target.of(path)).as(path).hasValue(Target.CONNECTIONS);
    }
    for (String path : List.of(W + "/dashboard/unified", W + "/campaigns", W + "/reconciliation")) {
      assertThat(Target.of(path)).as(path).hasValue(Target.DASHBOARD_QUERY);
    }
    assertThat(Target.of(W + "/entities/e/history")).hasValue(Target.SNAPSHOT_STORE);
  }

  @Test
  void whatIsOursOrNobodysGoesNowhere() {
    for (String path :
        List.of(
            "/api/me",
            "/api/workspaces",
            W,
            W + "/members",
            W + "/connectionsx",
            W + "/entities",
            "/api/fleet/x",
            "/oauth/google/token",
            "/internal/access-tokens",
            W + "/x/connections",
            "/")) {
      assertThat(Target.of(path)).as(path).isEmpty();
    }
  }
}
