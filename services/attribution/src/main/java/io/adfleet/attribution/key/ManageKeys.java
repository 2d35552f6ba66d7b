package io.adfleet.attribution.key;

import io.adfleet.contracts.Ids;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Makes, lists and deletes keys. */
@ApplicationScoped
class ManageKeys {

  private static final int MOST_KEYS = 100;

  private final Tenants tenants;
  private final PixelKeyStore store;
  private final FindPixelKey find;
  private final Clock clock;

  ManageKeys(Tenants tenants, PixelKeyStore store, FindPixelKey find, Clock clock) {
    this.tenants = tenants;
    this.store = store;
    this.find = find;
    this.clock = clock;
  }

  /** A new key with its text, which is told this once. */
  record Issued(PixelKey key, KeyText text) {}

  Uni<Issued> issue(UUID workspace, UUID user, KeyDraft draft) {
    List<FieldError> faults = draft.faults();
    if (!faults.isEmpty()) {
      throw new ProblemException(Problems.INVALID, "The key can't be made like this.")
          .with(faults.toArray(FieldError[]::new));
    }
    KeyText text = KeyText.fresh();
    PixelKey key =
        new PixelKey(
            workspace,
            Ids.next(),
            draft.checkedName(),
            text.ending(),
            draft.checkedOrigins(),
            user,
            clock.instant());
    return tenants
        .inWorkspace(
            workspace,
            connection ->
                store
                    .count(connection)
                    .invoke(ManageKeys::refuseMore)
                    .chain(() -> store.insert(connection, key, text.hash())))
        // it may have been asked for before it was there
        .invoke(() -> find.forget(text.hash()))
        .replaceWith(new Issued(key, text));
  }

  Uni<List<PixelKey>> all(UUID workspace) {
    return tenants.inWorkspace(workspace, store::all);
  }

  Uni<Void> delete(UUID workspace, UUID key) {
    return tenants
        .inWorkspace(workspace, connection -> store.delete(connection, key))
        .map(hash -> hash.orElseThrow(ProblemException::notFound))
        .invoke(find::forget)
        .replaceWithVoid();
  }

  private static void refuseMore(long held) {
    if (held >= MOST_KEYS) {
      throw new ProblemException(
          Problems.CONFLICT,
          "A workspace has at most " + MOST_KEYS + " pixel keys. Delete one that isn't used.");
    }
  }
}
