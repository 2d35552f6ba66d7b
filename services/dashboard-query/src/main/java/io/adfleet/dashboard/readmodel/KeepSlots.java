package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Newest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Keeps a poll of campaign slots and recomputes the account slots it touched. */
@ApplicationScoped
class KeepSlots {

  private static final Comparator<CampaignSlot> BY_KEY =
      Comparator.comparing(CampaignSlot::workspaceId)
          .thenComparing(CampaignSlot::accountId)
          .thenComparing(CampaignSlot::date)
          .thenComparing(CampaignSlot::entityId)
          .thenComparing(CampaignSlot::slot);

  private final Feed feed;
  private final SlotStore store;

  KeepSlots(Feed feed, SlotStore store) {
    this.feed = feed;
    this.store = store;
  }

  Uni<Void> keep(List<CampaignSlot> heard) {
    if (heard.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<CampaignSlot> slots = Newest.of(heard, CampaignSlot::key, CampaignSlot::version);
    slots.sort(BY_KEY);
    return feed.inTransaction(connection -> keep(connection, slots));
  }

  private Uni<Void> keep(SqlConnection connection, List<CampaignSlot> slots) {
    return store
        .lock(connection, slots.stream().map(CampaignSlot::accountDate).distinct().toList())
        .chain(() -> store.keep(connection, slots))
        .chain(touched ->
            touched.isEmpty() ? Uni.createFrom().voidItem() : store.derive(connection, touched));
  }
}
