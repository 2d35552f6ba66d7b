package io.adfleet.dashboard.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A workspace with those of its connected accounts a question is about. */
public record Accounts(Workspace workspace, List<Account> all) {

  public Optional<Account> find(UUID id) {
    return all.stream().filter(account -> account.id().equals(id)).findFirst();
  }

  public UUID[] ids() {
    return all.stream().map(Account::id).toArray(UUID[]::new);
  }

  /** Platforms they are on, in the order of their names. */
  public List<String> platforms() {
    return all.stream().map(Account::platform).distinct().sorted().toList();
  }

  /** When any slice of any of them was last closed. */
  public Optional<Instant> lastSyncedAt() {
    return all.stream()
        .map(Account::syncedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
