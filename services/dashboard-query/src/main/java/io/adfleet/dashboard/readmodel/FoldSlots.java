package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Folds the slots of ended dates to local hours and drops what is older than a hundred days. A
 * date's total stays what it was: slots hold totals, and the last one of an hour stands. One
 * account at a time, and with the account held, as whoever keeps slots does.
 */
@ApplicationScoped
class FoldSlots {

  private final Feed feed;
  private final SlotStore store;
  private final Clock clock;

  FoldSlots(Feed feed, SlotStore store, Clock clock) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
  }

  Uni<Void> fold() {
    Instant now = clock.instant();
    return feed.inTransaction(connection -> store.past(connection, now))
        .chain(dates -> byAccount(dates, store::drop))
        .chain(() -> feed.inTransaction(connection -> store.due(connection, now)))
        .chain(dates -> byAccount(dates, this::fold));
  }

  private Uni<Void> fold(SqlConnection connection, List<AccountDate> dates) {
    return store
        .fold(connection, dates)
        .chain(folded ->
            folded.isEmpty() ? Uni.createFrom().voidItem() : store.derive(connection, folded));
  }

  private Uni<Void> byAccount(
      List<AccountDate> dates, BiFunction<SqlConnection, List<AccountDate>, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(dates.stream().collect(Collectors.groupingBy(AnAccount::of)).values())
        .onItem()
        .transformToUniAndConcatenate(ofOne ->
            feed.inTransaction(connection ->
                store.lock(connection, ofOne).chain(() -> work.apply(connection, ofOne))))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private record AnAccount(UUID workspaceId, UUID accountId) {

    static AnAccount of(AccountDate date) {
      return new AnAccount(date.workspaceId(), date.accountId());
    }
  }
}
