package io.adfleet.local.verify;

import io.adfleet.local.demo.WorldAccounts;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Accounts that the platforms let one read and the demo workspace doesn't.
 *
 * @param missing nobody left them out: that is a fault
 * @param leftOut somebody removed the demo's own connection to their platform since it was made
 */
record NotConnected(SortedSet<String> missing, SortedSet<String> leftOut) {

  /**
   * The rule.
   *
   * @param connected the accounts that are read, by their label
   * @param removed whether somebody removed what the demo had connected of a platform
   */
  static NotConnected of(
      Iterable<WorldAccounts.Account> readable, Set<String> connected, Predicate<String> removed) {
    NotConnected all = new NotConnected(new TreeSet<>(), new TreeSet<>());
    for (WorldAccounts.Account account : readable) {
      if (!connected.contains(account.label())) {
        String line = "not connected: account " + account.label() + " (" + account.name() + ")";
        (removed.test(account.platform()) ? all.leftOut : all.missing).add(line);
      }
    }
    return all;
  }
}
