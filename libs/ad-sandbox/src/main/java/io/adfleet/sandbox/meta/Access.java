package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.meta.login.Login;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphException;
import io.adfleet.sandbox.truth.Calls;
import io.adfleet.sandbox.web.SilenceException;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask what: the token and its proof, the limits, and the account itself. */
final class Access {

  private static final String META = Platform.META.word();
  private static final int INSIGHTS_LIMIT = 80_000;
  private static final int MANAGEMENT_LIMIT = 80_004;
  private static final int NO_PERMISSION = 200;
  private static final int HIGH_PERCENT = 96;

  private final World world;
  private final Login login;
  private final Faults faults;
  private final Calls calls;
  private final Usage usage;

  Access(World world, Login login, Faults faults, Calls calls, Usage usage) {
    this.world = world;
    this.login = login;
    this.faults = faults;
    this.calls = calls;
    this.usage = usage;
  }

  /** The accounts a person reaches. */
  List<Account> accounts() {
    return world.accounts().stream()
        .filter(account -> account.platform() == Platform.META && !account.manager())
        .toList();
  }

  /** The account of that id, or null. */
  @Nullable Account account(String id) {
    Account account = world.account(id);
    return account == null || account.platform() != Platform.META || account.manager()
        ? null
        : account;
  }

  /**
   * Counts the call and lets it pass if its caller is known and no limit is met.
   *
   * @param accountId the account it is about, or {@code *}
   * @param operation what is called, {@code insights}
   * @param resource of what, {@code campaign}; or empty
   */
  void enter(Visit visit, String accountId, String operation, String resource) {
    calls.count(META, accountId, operation, resource);
    identify(visit);
    boolean insights = operation.contains("insights") || operation.startsWith("report");
    if (!accountId.equals("*")) {
      visit.isAbout(accountId, insights);
    }
    int limit = insights ? INSIGHTS_LIMIT : MANAGEMENT_LIMIT;
    faults
        .blocked(META, accountId)
        .ifPresent(wait -> {
          throw throttled(visit, wait, limit);
        });
    int points = visit.call().method().equals("GET") ? 1 : 3;
    if (!usage.take(accountId, points)) {
      throw blocked(visit, accountId, new Faults.Wait(Usage.BLOCKED_SECONDS, null), limit);
    }
    hit(accountId, operation, resource, Set.of(Fault.Type.USAGE_HIGH))
        .ifPresent(
            fault -> visit.usesAtLeast(fault.percent() == null ? HIGH_PERCENT : fault.percent()));
    hit(
            accountId,
            operation,
            resource,
            Set.of(
                Fault.Type.QUOTA_EXHAUSTED,
                Fault.Type.PERMISSION_DENIED,
                Fault.Type.TRANSIENT_ERROR,
                Fault.Type.TOKEN_EXPIRED,
                Fault.Type.HANG))
        .ifPresent(fault -> {
          throw failure(visit, accountId, fault, limit);
        });
  }

  /** Checks the token of a call and its proof. */
  void identify(Visit visit) {
    String token = visit.call().text("access_token");
    visit.comesFrom(login.check(token));
    String proof = visit.call().text("appsecret_proof");
    if (proof != null && token != null) {
      login.checkProof(token, proof);
    }
  }

  private RuntimeException failure(Visit visit, String accountId, Fault fault, int limit) {
    Integer code = fault.code();
    return switch (fault.fault()) {
      case QUOTA_EXHAUSTED ->
          blocked(visit, accountId, new Faults.Wait(fault.retryAfterSeconds(), code), limit);
      case TRANSIENT_ERROR -> Failures.passing();
      case TOKEN_EXPIRED -> Failures.deadToken(463, "Session has expired.");
      case HANG -> new SilenceException();
      default -> Failures.denied(code == null ? NO_PERMISSION : code);
    };
  }

  /** The account has to wait from now on. */
  private GraphException blocked(Visit visit, String accountId, Faults.Wait wait, int limit) {
    faults.block(META, accountId, wait);
    return throttled(visit, wait, limit);
  }

  private static GraphException throttled(Visit visit, Faults.Wait wait, int limit) {
    Integer code = wait.code();
    visit.blockedFor(wait.seconds());
    return Failures.throttled(code == null ? limit : code);
  }

  /** The first fault of these types that hits this call. */
  Optional<Fault> hit(String accountId, String operation, String resource, Set<Fault.Type> types) {
    return faults.hit(META, accountId, operation, resource, types);
  }

  /** Refuses what the account's own status forbids. */
  static void open(Account account) {
    switch (account.status()) {
      case NO_PERMISSION -> throw Failures.denied(NO_PERMISSION);
      case DISABLED -> throw Failures.disabled();
      case ENABLED -> {
        // Everything of it may be read.
      }
    }
  }
}
