package io.adfleet.sandbox.page;

import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;

/** A fault as a sentence for people. */
final class FaultWords {

  private FaultWords() {}

  static String of(Fault fault, World world) {
    String what =
        switch (fault.fault()) {
          case QUOTA_EXHAUSTED -> "answers \u201ctoo many requests\u201d";
          case STREAM_DIES -> "breaks off in the middle of an answer";
          case REVOKED_TOKEN -> "knows no token until someone consents anew";
          case PERMISSION_DENIED -> "denies permission";
          case TRANSIENT_ERROR -> "fails with an internal error";
          case TOO_MUCH_DATA -> "finds that too much is asked for";
          case ASYNC_JOB_FAILED -> "lets a report fail";
          case ASYNC_JOB_SKIPPED -> "skips a report";
          case ASYNC_JOB_STALLED -> "never starts a report";
          case TOKEN_EXPIRED -> "finds tokens too old";
          case HANG -> "begins to answer and then says nothing";
          case USAGE_HIGH -> "says that its limit is nearly reached";
        };
    String where = fault.accountId().equals("*") ? "" : " for " + account(world, fault.accountId());
    String often =
        fault.times() == null
            ? ""
            : fault.times() == 1 ? ", once" : ", " + fault.times() + " times";
    String platform = Platform.of(fault.platform()).map(FaultWords::name).orElse("Every platform");
    return platform + " " + what + where + often + ".";
  }

  private static String account(World world, String id) {
    Account account = world.account(id);
    return account == null ? id : account.name();
  }

  /** What people call a platform. */
  static String name(Platform platform) {
    return switch (platform) {
      case GOOGLE -> "Google Ads";
      case META -> "Meta";
      case TIKTOK -> "TikTok";
      case SHOPIFY -> "Shopify";
    };
  }
}
