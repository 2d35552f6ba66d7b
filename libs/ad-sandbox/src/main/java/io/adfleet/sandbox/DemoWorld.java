package io.adfleet.sandbox;

import io.adfleet.sandbox.page.Thumbnails;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes the demo world: two Google accounts under a manager with 30 campaigns, two Meta accounts
 * with 20, from 90 days ago to 60 days ahead, so that it is still alive tomorrow. The same files
 * every time.
 */
public final class DemoWorld {

  private static final int FIRST_DAY = -90;
  private static final int LAST_DAY = 60;

  private static final List<String> BRANDS =
      List.of("Brand", "Generic", "Competitor", "Remarketing", "Newcomers", "Seasonal");
  private static final List<String> LINES =
      List.of("Jackets", "Boots", "Tents", "Backpacks", "Lamps");

  private record Shop(
      String platform, String id, String name, String zone, int campaigns, long firstCampaign) {

    boolean google() {
      return platform.equals("google");
    }
  }

  private static final String MANAGER = "9004410020";

  private static final List<Shop> SHOPS =
      List.of(
          new Shop(
              "google", "4410020001", "Nordwind Outdoor", "Europe/Berlin", 18, 20_100_000_000L),
          new Shop(
              "google",
              "4410020002",
              "Nordwind Outdoor US",
              "America/New_York",
              12,
              20_200_000_000L),
          new Shop(
              "meta",
              "880010020030401",
              "Nordwind Outdoor",
              "Europe/Berlin",
              11,
              120_300_000_000_000L),
          new Shop(
              "meta",
              "880010020030402",
              "Nordwind Outdoor US",
              "America/New_York",
              9,
              120_400_000_000_000L));

  private final StringBuilder entities =
      new StringBuilder(
          "account_id,kind,entity_id,parent_id,name,status,channel,daily_budget,created,removed,"
              + "creative_name,creative_type,thumbnail_url\n");
  private final StringBuilder days =
      new StringBuilder(
          "account_id,entity_id,date,hour,spend,impressions,clicks,conversions,conversion_value,"
              + "purchases,reach\n");

  private DemoWorld() {}

  /** Writes the world into the folder that is named. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("Say one folder: java … io.adfleet.sandbox.DemoWorld <folder>");
      System.exit(1);
    }
    write(Path.of(arguments[0]));
  }

  /** Writes the world into that folder and makes it where it is missing. */
  public static void write(Path folder) {
    DemoWorld world = new DemoWorld();
    SHOPS.forEach(world::add);
    try {
      Files.createDirectories(folder);
      write(folder.resolve("accounts.csv"), accounts());
      write(folder.resolve("entities.csv"), world.entities);
      write(folder.resolve("days.csv"), world.days);
      write(folder.resolve("restatements.csv"), restatements());
      write(folder.resolve("changes.csv"), changes());
    } catch (IOException e) {
      throw new UncheckedIOException("The demo world cannot be written to " + folder, e);
    }
  }

  private static void write(Path file, CharSequence text) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.append(text);
    }
  }

  private static String accounts() {
    StringBuilder accounts =
        new StringBuilder(
            "platform,account_id,manager_id,is_manager,name,currency,time_zone,status\n");
    accounts.append(
        "google,%s,,true,Nordwind Group,EUR,Europe/Berlin,enabled\n".formatted(MANAGER));
    for (Shop shop : SHOPS) {
      accounts.append(
          "%s,%s,%s,false,%s,EUR,%s,enabled\n"
              .formatted(
                  shop.platform(),
                  shop.id(),
                  shop.google() ? MANAGER : "",
                  shop.name(),
                  shop.zone()));
    }
    return accounts.toString();
  }

  /** A campaign of Google's second account and one of Meta's first that cost less than was said. */
  private static String restatements() {
    long campaign = SHOPS.get(1).firstCampaign() + 1_000;
    long meta = SHOPS.get(2).firstCampaign() + 1_000;
    return "account_id,entity_id,date,hour,spend,impressions,clicks,conversions,conversion_value,known_after\n"
        + "4410020002,%d,D-2,,61.40,3120,118,4.5,402.10,45\n".formatted(campaign)
        + "4410020002,%d,D-1,,58.05,2984,109,3.25,318.70,90\n".formatted(campaign)
        + "880010020030401,%d,D-1,,71.20,2904,104,3,214.50,60\n".formatted(meta);
  }

  private static String changes() {
    long campaign = SHOPS.get(0).firstCampaign() + 2_000;
    return "account_id,entity_id,at,field,value\n"
        + "4410020001,%d,30,daily_budget,240.00\n".formatted(campaign)
        + "4410020001,%d,60,name,Competitor · Tents (autumn)\n".formatted(campaign);
  }

  private void add(Shop shop) {
    for (int number = 0; number < shop.campaigns(); number++) {
      add(shop, number);
    }
  }

  private void add(Shop shop, int number) {
    long id = shop.firstCampaign() + 1_000L * number;
    boolean performanceMax = shop.google() && shop.id().equals("4410020001") && number == 3;
    boolean removed = number == 5;
    boolean paused = number == 7;
    int lastDay = removed ? -20 : paused ? -12 : LAST_DAY;
    String on = shop.google() ? "ENABLED" : "ACTIVE";
    String gone = shop.google() ? "REMOVED" : "DELETED";
    String status = removed ? gone : paused ? "PAUSED" : on;
    SplittableRandom random = new SplittableRandom(id);
    long dailyCents = 2_000 + random.nextInt(28_000);
    entity(
        shop,
        "campaign",
        id,
        "",
        name(number, performanceMax),
        status,
        channel(shop, number, performanceMax),
        cents(dailyCents * 5 / 4),
        removed ? "D-20" : "",
        ",,");
    if (performanceMax) {
      addAssetGroups(shop, id, dailyCents, random);
    } else {
      addAdGroups(shop, id, dailyCents, lastDay, on, random);
    }
  }

  private void addAdGroups(
      Shop shop, long campaign, long dailyCents, int lastDay, String on, SplittableRandom random) {
    String kind = shop.google() ? "ad_group" : "ad_set";
    for (int group = 1; group <= 2; group++) {
      long groupId = campaign + 10L * group;
      String audience = group == 1 ? "Core" : "Wide";
      entity(shop, kind, groupId, "" + campaign, audience, on, "", "", "", ",,");
      for (int ad = 1; ad <= 2; ad++) {
        long adId = groupId + ad;
        String type = ad == 1 ? "image" : "video";
        String line = LINES.get(random.nextInt(LINES.size()));
        entity(
            shop,
            "ad",
            adId,
            "" + groupId,
            audience + " " + type,
            on,
            "",
            "",
            "",
            line + " " + type + "," + type + "," + Thumbnails.path(line, type));
        long share = dailyCents * (group == 1 ? 3 : 2) * (ad == 1 ? 3 : 2) / 25;
        for (int day = FIRST_DAY; day <= lastDay; day++) {
          day(shop, adId, day, spend(share, day, random), random);
        }
      }
    }
  }

  /** Performance Max says more than its asset groups: some of it is not broken down. */
  private void addAssetGroups(Shop shop, long campaign, long dailyCents, SplittableRandom random) {
    for (int group = 1; group <= 3; group++) {
      entity(
          shop,
          "asset_group",
          campaign + group,
          "" + campaign,
          LINES.get(group) + " assets",
          "ENABLED",
          "",
          "",
          "",
          ",,");
    }
    for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
      DemoDay sum = DemoDay.NOTHING;
      for (int group = 1; group <= 3; group++) {
        DemoDay part = DemoDay.of(spend(dailyCents / 4, day, random), random, true);
        row(shop, campaign + group, day, part);
        sum = sum.plus(part);
      }
      row(
          shop,
          campaign,
          day,
          sum.plus(DemoDay.of(spend(dailyCents / 4, day, random), random, true)));
    }
  }

  private static String name(int number, boolean performanceMax) {
    String line = LINES.get(number % LINES.size());
    return performanceMax
        ? "Performance Max · " + line
        : BRANDS.get(number % BRANDS.size()) + " · " + line;
  }

  private static String channel(Shop shop, int number, boolean performanceMax) {
    if (!shop.google()) {
      return number % 3 == 2 ? "OUTCOME_TRAFFIC" : "OUTCOME_SALES";
    }
    List<String> channels = List.of("SEARCH", "SEARCH", "SHOPPING", "DISPLAY");
    return performanceMax ? "PERFORMANCE_MAX" : channels.get(number % channels.size());
  }

  /** Weekends are quieter, and everything grows a little. */
  private static long spend(long cents, int day, SplittableRandom random) {
    int weekly = List.of(100, 104, 108, 103, 96, 78, 84).get(Math.floorMod(day, 7));
    return cents * weekly * (900 + day) * (75 + random.nextInt(50)) / 9_000_000;
  }

  private void day(Shop shop, long id, int day, long spendCents, SplittableRandom random) {
    row(shop, id, day, DemoDay.of(spendCents, random, shop.google()));
  }

  private void row(Shop shop, long id, int day, DemoDay figures) {
    String date = day == 0 ? "D" : day > 0 ? "D+" + day : "D" + day;
    String conversions =
        shop.google() ? cents(figures.conversions()) : Long.toString(figures.conversions() / 100);
    days.append(shop.id()).append(',').append(id).append(',').append(date).append(",,");
    days.append(cents(figures.spend())).append(',').append(figures.impressions()).append(',');
    days.append(figures.clicks()).append(',').append(conversions).append(',');
    days.append(cents(figures.value())).append(',');
    days.append(shop.google() ? "," : conversions + "," + figures.impressions() * 3 / 5);
    days.append('\n');
  }

  private void entity(
      Shop shop,
      String kind,
      long id,
      String parent,
      String name,
      String status,
      String channel,
      String budget,
      String removed,
      String creative) {
    entities.append(
        String.join(
                ",", shop.id(), kind, "" + id, parent, name, status, channel, budget, "D-120",
                removed, creative)
            + "\n");
  }

  private static String cents(long cents) {
    return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
  }
}
