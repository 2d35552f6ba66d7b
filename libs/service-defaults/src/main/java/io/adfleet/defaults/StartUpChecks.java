package io.adfleet.defaults;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start when it would be unsafe: a database role that could see more than it should, or
 * a moved clock in production.
 */
@ApplicationScoped
class StartUpChecks {

  private final Pool app;
  private final Pool feed;
  private final RoleStore roles;
  private final Clock clock;
  private final Mode mode;
  private final Set<String> withoutTenant;

  StartUpChecks(
      Pool app,
      @ReactiveDataSource("feed") Pool feed,
      RoleStore roles,
      Clock clock,
      Mode mode,
      @ConfigProperty(name = "adfleet.tables-without-tenant") Optional<Set<String>> withoutTenant) {
    this.app = app;
    this.feed = feed;
    this.roles = roles;
    this.clock = clock;
    this.mode = mode;
    this.withoutTenant = withoutTenant.orElse(Set.of());
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    mode.production();
    clock.instant();
    List<String> faults = roles.faults(app, feed, withoutTenant);
    if (!faults.isEmpty()) {
      throw new StartRefused(
          "The database role is refused: "
              + String.join("; ", faults)
              + ". Log in with the service's own _app and _feed roles and run its migrations"
              + " first.");
    }
  }
}
