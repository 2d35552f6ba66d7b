package io.adfleet.copilot.question;

import io.adfleet.contracts.Query;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every word and phrase the grammar knows. */
final class Vocabulary {

  static final int LONGEST = 5;

  private static final String ACTION =
      "I only read figures; campaigns are changed by people, not by me.";
  private static final String FUTURE = "I only know what has happened, not what will or would.";
  private static final String DETAIL =
      "I can tell platforms and campaigns apart, nothing finer and no time series.";
  private static final String MONEY =
      "I know what the ads cost and what the platforms claim they brought, not your own books.";
  static final String CONDITION =
      "I can't filter by a value; ask for the top or the lowest n instead.";

  private static final String KIND =
      "I can't pick out campaigns by kind or name; ask by campaign and look for it in the rows.";

  private static final Map<String, Meaning> PHRASES = new HashMap<>();
  private static final Set<String> WORDS = new HashSet<>();

  static {
    metric(
        "spend",
        "spend, spends, spent, spending, cost, costs, ad spend, ad cost, ad costs,"
            + " money spent, expenses, expenditure");
    metric("revenue", "revenue, revenues, rev, sales, turnover, income");
    metric("roas", "roas, return on ad spend, return on spend, return on advertising spend");
    metric("conversions", "conversions, conversion, convs, conv, converted");
    metric(
        "conversion_value",
        "conversion value, conversions value, conversion values," + " value of conversions");
    metric("clicks", "clicks, click, clicked");
    metric("impressions", "impressions, impression, imps, impr, views");
    metric("ctr", "ctr, click through rate, clickthrough rate, click rate");
    metric("cpc", "cpc, cost per click, costs per click, click cost, click price");
    metric("cpm", "cpm, cost per mille, cost per thousand, cost per thousand impressions");
    metric("cpa", "cpa, cost per acquisition, cost per action, cost per conversion, cost per conv");
    all(
        new Meaning.Performance(),
        "performance, perform, performs, performed, performing, doing, how did, how do, how does,"
            + " how are, how is, how was, how were, results, overview, summary, kpi, kpis, numbers,"
            + " figures, stats");
    all(new Meaning.Breakdown(Query.BY_PLATFORM, false), "platform, channel, network, ad platform");
    all(
        new Meaning.Breakdown(Query.BY_PLATFORM, true),
        "platforms, channels, networks," + " ad platforms");
    all(new Meaning.Breakdown(Query.BY_CAMPAIGN, false), "campaign, ad campaign");
    all(new Meaning.Breakdown(Query.BY_CAMPAIGN, true), "campaigns, ad campaigns");
    all(new Meaning.Platform("google"), "google, google ads, googleads, adwords");
    all(new Meaning.Platform("meta"), "meta, meta ads, facebook, facebook ads, fb");
    all(
        new Meaning.Rank(Meaning.Rank.Kind.HIGHEST),
        "top, highest, most, biggest, largest," + " leading, strongest, maximum, max");
    all(
        new Meaning.Rank(Meaning.Rank.Kind.LOWEST),
        "lowest, least, smallest, bottom, fewest," + " cheapest, minimum, min");
    all(new Meaning.Rank(Meaning.Rank.Kind.BEST), "best, best performing, top performing");
    all(new Meaning.Rank(Meaning.Rank.Kind.WORST), "worst, worst performing, weakest, poorest");
    all(
        new Meaning.By(),
        "by, per, each, every, sorted by, ordered by, ranked by, sort by,"
            + " order by, rank by, split by, grouped by, broken down by, for each");
    all(new Meaning.Compare(), "vs, versus, compare, compared, comparison, against");
    all(new Meaning.Ads(), "ad, ads, advert, adverts");
    all(
        new Meaning.Filler(),
        "a, about, across, advertising, all, altogether, am, an, and, are, as, at, be, been,"
            + " brought, bring, came, can, copilot, could, data, did, display, do, does, during,"
            + " find, for, from, generate, generated, get, give, go, got, had, has, have, hello,"
            + " help, hey, hi, how, i, in, is, it, its, just, kindly, know, let, like, list, look,"
            + " looked, looking, made, make, many, marketing, me, much, my, need, of, on, only, or,"
            + " our, out, overall, paid, please, run, ran, s, say, see, show, since, so,"
            + " table, tell, that, thanks, the, their, there, these, they, this, those, to,"
            + " together, total, totals, us, want, was, we, went, were, what, whats, where, which,"
            + " while, who, with, within, would like, you, your");
    all(new Meaning.Filler(), "over all");
    all(new Meaning.Over(), "over");
    all(
        new Meaning.Beyond(ACTION),
        "pause, resume, stop, start, enable, disable, increase, decrease, raise, reduce, budget,"
            + " budgets, bid, bids, delete, create, change, optimize, optimise");
    all(
        new Meaning.Beyond(FUTURE),
        "if, would, will, forecast, predict, prediction, projected,"
            + " tomorrow, next, future, expect, expected, pacing");
    all(
        new Meaning.Beyond(DETAIL),
        "ad set, ad sets, adset, adsets, ad group, ad groups, adgroup, adgroups, asset group, asset"
            + " groups, creative, creatives, keyword, keywords, audience, audiences, device,"
            + " devices, country, countries, age, gender, placement, placements, account, accounts,"
            + " client, clients, by day, per day, by week, per week, by month, per month, by hour,"
            + " per hour, daily, weekly, monthly, hourly, trend, trends, trending, over time,"
            + " chart, graph, time series");
    all(
        new Meaning.Beyond(MONEY),
        "profit, profits, margin, margins, profitability, poas, orders,"
            + " order, purchases, customers, refunds, aov, ltv");
    all(
        new Meaning.Beyond(CONDITION),
        "above, below, under, more than, less than, greater than,"
            + " at least, at most, exceeding, exceeds, between, <, >, =, ≠, ≤, ≥");
    all(
        new Meaning.Beyond(KIND),
        "performance max, pmax, search campaigns, shopping campaigns, display campaigns, video"
            + " campaigns, active campaigns, paused campaigns, named, called");
    dates(
        "today, yesterday, last, past, previous, prior, trailing, current, day, days, d, week,"
            + " weeks, wk, month, months, mo, mtd, until, till, through, fortnight, quarter, year,"
            + " years, quarters, now, currently");
  }

  private Vocabulary() {}

  /** What a phrase says. */
  static Optional<Meaning> of(List<String> phrase) {
    return Optional.ofNullable(PHRASES.get(String.join(" ", phrase)));
  }

  static boolean knows(String word) {
    return WORDS.contains(word);
  }

  static Set<String> words() {
    return WORDS;
  }

  private static void metric(String key, String phrases) {
    all(new Meaning.Metric(key), phrases);
  }

  private static void all(Meaning meaning, String phrases) {
    for (String phrase : phrases.split(",")) {
      String plain = phrase.strip();
      PHRASES.put(plain, meaning);
      WORDS.addAll(Arrays.asList(plain.split(" ")));
    }
  }

  private static void dates(String words) {
    Arrays.stream(words.split(",")).map(String::strip).forEach(WORDS::add);
  }
}
