package io.adfleet.copilot.answer;

/** Says in words why a number is unknown. */
final class Reasons {

  private Reasons() {}

  static String of(String reason) {
    return switch (reason) {
      case "no_accounts" -> "no ad account is connected";
      case "no_coverage", "backfilling" -> "it hasn't been read yet";
      case "before_history" -> "it lies before what is read";
      case "needs_reauth" -> "the connection must be authorized again";
      case "no_permission" -> "the platform doesn't permit reading it";
      case "disabled" -> "the account is disabled";
      case "no_spend" -> "nothing was spent";
      case "no_impressions" -> "there were no impressions";
      case "no_clicks" -> "there were no clicks";
      case "no_conversions" -> "there were no conversions";
      case "mixed_currencies" -> "several currencies can't be added";
      default -> reason.replace('_', ' ');
    };
  }
}
