package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Newest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Keeps what workspaces, accounts and entities are called and how they do. */
@ApplicationScoped
class KeepNames {

  private final Feed feed;
  private final NameStore store;

  KeepNames(Feed feed, NameStore store) {
    this.feed = feed;
    this.store = store;
  }

  Uni<Void> workspaces(List<KnownWorkspace> heard) {
    List<KnownWorkspace> newest =
        Newest.of(heard, KnownWorkspace::workspaceId, KnownWorkspace::version);
    newest.sort(Comparator.comparing(KnownWorkspace::workspaceId));
    return newest.isEmpty()
        ? Uni.createFrom().voidItem()
        : feed.inTransaction(connection -> store.workspaces(connection, newest));
  }

  Uni<Void> accounts(List<KnownAccount> heard) {
    List<KnownAccount> newest = Newest.of(heard, KnownAccount::key, KnownAccount::version);
    newest.sort(
        Comparator.comparing(KnownAccount::workspaceId).thenComparing(KnownAccount::accountId));
    return newest.isEmpty()
        ? Uni.createFrom().voidItem()
        : feed.inTransaction(connection -> store.accounts(connection, newest));
  }

  Uni<Void> entities(List<KnownEntity> heard) {
    List<KnownEntity> newest = Newest.of(heard, KnownEntity::key, KnownEntity::version);
    newest.sort(
        Comparator.comparing(KnownEntity::workspaceId).thenComparing(KnownEntity::entityId));
    return newest.isEmpty()
        ? Uni.createFrom().voidItem()
        : feed.inTransaction(connection -> store.entities(connection, newest));
  }
}
