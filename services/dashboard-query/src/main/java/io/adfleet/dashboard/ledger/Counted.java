package io.adfleet.dashboard.ledger;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.metric.Figure;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts whose figures make up an answer, and the currencies they meet in. Accounts that
 * never could be read say nothing and hinder nothing.
 */
public record Counted(List<Account> accounts, List<String> currencies) {

  /** Why a sum over no accounts is unknown. */
  public static final String NO_ACCOUNTS = "no_accounts";

  /** Why a sum is unknown whose parts are missing for several reasons. */
  public static final String NO_COVERAGE = "no_coverage";

  /** Those of the accounts that count in a range; the period before it counts with them. */
  public static Counted of(Accounts accounts, Ledger ledger, DateRange range) {
    return of(
        accounts.all().stream()
            .filter(account ->
                account.isReadable()
                    || ledger.coversAny(account, range)
                    || ledger.coversAny(account, range.previous()))
            .toList());
  }

  private static Counted of(List<Account> accounts) {
    return new Counted(
        accounts, accounts.stream().map(Account::currency).distinct().sorted().toList());
  }

  /** Whether their money can't be added. */
  public boolean isMixed() {
    return currencies.size() > 1;
  }

  /** Those of one currency. */
  public Counted in(String currency) {
    return of(accounts.stream().filter(one -> one.currency().equals(currency)).toList());
  }

  /** Those of one platform. */
  public Counted on(String platform) {
    return of(accounts.stream().filter(one -> one.platform().equals(platform)).toList());
  }

  /** The one currency they share, the workspace's own where there are none, null where several. */
  public @Nullable String currency(@Nullable String ofWorkspace) {
    return switch (currencies.size()) {
      case 0 -> ofWorkspace;
      case 1 -> currencies.getFirst();
      default -> null;
    };
  }

  /** Sums of what is covered; null where nothing is. */
  public @Nullable Sums sums(Ledger ledger, DateRange range) {
    Sums sums = null;
    for (Account account : accounts) {
      sums = Sums.add(sums, ledger.sums(account, range));
    }
    return sums;
  }

  /** Why their sums are unknown, given what is missing. */
  public String whyUnknown(Completeness completeness) {
    return accounts.isEmpty() ? NO_ACCOUNTS : completeness.reasonOr(NO_COVERAGE);
  }

  /** A metric of sums that may be unknown or meet in several currencies. */
  public static Figure figure(
      Metric metric, @Nullable Sums sums, String whyUnknown, boolean mixedCurrencies) {
    return sums == null ? Figure.unknown(whyUnknown) : metric.of(sums, mixedCurrencies);
  }
}
