package io.adfleet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PathsTest {

  @Test
  void scriptsAndMachinesAreGuardedPagesAreNot() {
    for (String guarded : List.of("/api", "/api/me", "/oauth/google/callback", "/v1/anything")) {
      assertThat(Paths.guarded(guarded)).as(guarded).isTrue();
    }
    for (String open : List.of("/", "/assets/page.js", "/auth/login", "/internal/jwks", "/apix")) {
      assertThat(Paths.guarded(open)).as(open).isFalse();
    }
  }

  @Test
  void onlyOneSpellingOfAPathCounts() {
    assertThat(Paths.canonical("/api/me", "/api/me")).isTrue();
    assertThat(Paths.canonical("/%61pi/me", "/api/me")).isFalse();
    assertThat(Paths.canonical("/api/a/../b", "/api/b")).isFalse();
    assertThat(Paths.canonical("/api;x/me", "/api;x/me")).isFalse();
    assertThat(Paths.canonical("//api/me", "//api/me")).isFalse();
  }

  @Test
  void namesTheWorkspaceOfAPath() {
    UUID id = UUID.randomUUID();
    assertThat(Paths.workspace("/api/workspaces/" + id)).hasValue(id.toString());
    assertThat(Paths.workspace("/api/workspaces/" + id + "/jobs")).hasValue(id.toString());
    assertThat(Paths.workspace("/api/workspaces")).isEmpty();
    assertThat(Paths.workspace("/api/workspaces/")).isEmpty();
    assertThat(Paths.uuid(id.toString())).hasValue(id);
    assertThat(Paths.uuid("1-1-1-1-1")).isEmpty();
    assertThat(Paths.uuid(id.toString().toUpperCase(java.util.Locale.ROOT))).isEmpty();
  }
}
