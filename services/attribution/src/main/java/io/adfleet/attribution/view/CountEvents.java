package io.adfleet.attribution.view;

import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts a workspace's events per date and type. */
@ApplicationScoped
class CountEvents {

  private final Tenants tenants;
  private final CountStore store;
  private final Clock clock;

  CountEvents(Tenants tenants, CountStore store, Clock clock) {
    this.tenants = tenants;
    this.store = store;
    this.clock = clock;
  }

  Uni<Counts> count(UUID workspace, @Nullable String from, @Nullable String to) {
    return tenants.atOneMoment(
        workspace,
        connection ->
            store
                .zone(connection)
                .chain(zone -> {
                  LocalDate today = clock.instant().atZone(zone).toLocalDate();
                  AskedDates asked = AskedDates.of(from, to, today);
                  return store
                      .counts(connection, asked, zone)
                      .map(counts -> Counts.of(asked, zone.getId(), counts));
                }));
  }
}
