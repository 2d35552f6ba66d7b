package io.adfleet.local.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.adfleet.local.demo.WorldAccounts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotConnectedTest {

  private static final List<WorldAccounts.Account> READABLE =
      List.of(account("google", "1"), account("google", "2"), account("meta", "1"));

  @Test
  void nothingIsMissingWhereAllAreConnected() {
    NotConnected not =
        NotConnected.of(READABLE, Set.of("google 1", "google 2", "meta 1"), platform -> false);
    assertEquals(Set.of(), not.missing());
    assertEquals(Set.of(), not.leftOut());
  }

  @Test
  void anAccountTheFleetDoesNotListIsMissing() {
    NotConnected not = NotConnected.of(READABLE, Set.of("google 1", "meta 1"), platform -> false);
    assertEquals(Set.of("not connected: account google 2 (Shop 2)"), not.missing());
    assertEquals(Set.of(), not.leftOut());
  }

  @Test
  void whatAPersonRemovedSinceIsLeftOut() {
    NotConnected not = NotConnected.of(READABLE, Set.of("google 1"), "meta"::equals);
    assertEquals(Set.of("not connected: account google 2 (Shop 2)"), not.missing());
    assertEquals(Set.of("not connected: account meta 1 (Shop 1)"), not.leftOut());
  }

  private static WorldAccounts.Account account(String platform, String id) {
    return new WorldAccounts.Account(
        platform, id, "", false, "Shop " + id, "EUR", "UTC", "enabled");
  }
}
