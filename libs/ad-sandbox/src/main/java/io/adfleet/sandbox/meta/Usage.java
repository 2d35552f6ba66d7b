package io.adfleet.sandbox.meta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of its limit each account has used: a score that every call adds to and that drains
 * within five minutes, as in Meta's standard tier.
 */
final class Usage {

  /** What an account may use before it is blocked. */
  static final int LIMIT = 9_000;

  /** How long an account is blocked then: every call of that time is refused. */
  static final int BLOCKED_SECONDS = 60;

  private static final String TIER = "standard_access";
  private static final double DRAINED_PER_SECOND = LIMIT / 300.0;

  private record Score(double points, Instant at) {}

  private final Map<String, Score> scores = new HashMap<>();
  private final Clock clock;

  Usage(Clock clock) {
    this.clock = clock;
  }

  /** Adds a call to an account's score; false if that is too much. */
  synchronized boolean take(String accountId, int points) {
    Score before = now(accountId);
    scores.put(accountId, new Score(before.points() + points, before.at()));
    return before.points() + points <= LIMIT;
  }

  private Score now(String accountId) {
    Instant now = clock.instant();
    Score score = scores.getOrDefault(accountId, new Score(0, now));
    double seconds = Duration.between(score.at(), now).toMillis() / 1_000.0;
    return new Score(Math.max(0, score.points() - seconds * DRAINED_PER_SECOND), now);
  }

  private synchronized long percent(String accountId, Visit visit) {
    long percent = Math.round(100 * now(accountId).points() / LIMIT);
    return Math.max(visit.blockedSeconds() > 0 ? 100 : visit.usedAtLeast(), percent);
  }

  /** The headers in which an answer says how much is used. */
  Map<String, Object> headers(Visit visit) {
    Map<String, Object> headers = new LinkedHashMap<>();
    String accountId = visit.accountId() == null ? "*" : visit.accountId();
    int seconds = visit.blockedSeconds();
    long used = percent(accountId, visit);
    headers.put("x-app-usage", counted(Math.min(used, 99), Map.of()));
    if (visit.accountId() != null) {
      headers.put(
          "x-ad-account-usage",
          ordered(
              "acc_id_util_pct", used,
              "reset_time_duration", seconds,
              "ads_api_access_tier", TIER));
      headers.put(
          "x-business-use-case-usage",
          Map.of(
              accountId,
              List.of(
                  counted(
                      used,
                      ordered(
                          "type",
                          visit.isAboutInsights() ? "ads_insights" : "ads_management",
                          "estimated_time_to_regain_access",
                          (seconds + 59) / 60,
                          "ads_api_access_tier",
                          TIER)))));
    }
    if (visit.isAboutInsights()) {
      headers.put(
          "x-fb-ads-insights-throttle",
          ordered(
              "app_id_util_pct", Math.min(used, 99),
              "acc_id_util_pct", used,
              "ads_api_access_tier", TIER));
    }
    return headers;
  }

  private static Map<String, Object> counted(long percent, Map<String, Object> more) {
    Map<String, Object> usage =
        ordered("call_count", percent, "total_cputime", percent / 2, "total_time", percent / 2);
    usage.putAll(more);
    return usage;
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      ordered.put((String) pairs[i], pairs[i + 1]);
    }
    return ordered;
  }
}
