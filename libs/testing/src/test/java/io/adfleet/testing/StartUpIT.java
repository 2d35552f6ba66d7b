package io.adfleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.RoleStore;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Which database roles a service refuses to start with. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "probe"),
      @ResourceArg(name = "migrations", value = "src/test/resources/db/migration")
    })
class StartUpIT {

  @Inject RoleStore roles;
  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.datasource.reactive.url")
  String url;

  @Test
  void theAppAndTheFeedRoleAreFit() {
    assertThat(faults("probe_app", "probe_feed")).isEmpty();
  }

  @Test
  void theSuperuserIsRefused() {
    assertThat(faults("postgres", "probe_feed"))
        .anyMatch(f -> f.contains("superuser"))
        .anyMatch(f -> f.contains("bypasses"));
  }

  @Test
  void theOwnerIsRefused() {
    assertThat(faults("probe_owner", "probe_feed"))
        .anyMatch(f -> f.contains("owns tables"))
        .anyMatch(f -> f.contains("create tables"));
  }

  @Test
  void aMemberOfTheOwnerIsRefused() throws SQLException {
    execute("drop role if exists probe_member");
    execute("create role probe_member login password 'adfleet-local' in role probe_owner");
    assertThat(faults("probe_member", "probe_feed"))
        .anyMatch(f -> f.contains("may become their owner"));
  }

  @Test
  void oneRoleForBothIsRefused() {
    assertThat(faults("probe_feed", "probe_feed"))
        .singleElement()
        .asString()
        .contains("probe_feed: it answers people and serves consumers");
  }

  @Test
  void aRoleThatMayBecomeTheOtherIsRefused() throws SQLException {
    execute("drop role if exists probe_both");
    execute("create role probe_both login password 'adfleet-local' in role probe_feed");
    assertThat(faults("probe_both", "probe_feed"))
        .containsExactly("probe_both: it may become probe_feed");
    assertThat(faults("probe_feed", "probe_both"))
        .containsExactly("probe_both: it may become probe_feed");
  }

  @Test
  void aTableThatDoesNotForceRowSecurityIsNamed() throws SQLException {
    execute("alter table note no force row level security");
    try {
      assertThat(faults("probe_app", "probe_feed")).anyMatch(f -> f.contains("not forced on note"));
    } finally {
      execute("alter table note force row level security");
    }
  }

  private List<String> faults(String app, String feed) {
    Pool first = pool(app);
    Pool second = pool(feed);
    try {
      return roles.faults(first, second, Set.of("lookup"));
    } finally {
      first.closeAndAwait();
      second.closeAndAwait();
    }
  }

  private Pool pool(String user) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(url).setUser(user).setPassword("adfleet-local");
    return Pool.pool(vertx, options, new PoolOptions().setMaxSize(1));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = RealParts.current().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
