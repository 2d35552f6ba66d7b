package io.adfleet.sandbox;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The worlds of the test data, and small ones written on the spot. */
public final class Worlds {

  public static final String DAYS =
      "account_id,entity_id,date,hour,spend,impressions,clicks,conversions,conversion_value\n";

  private Worlds() {}

  public static Path named(String name) {
    try {
      return Path.of(Worlds.class.getResource("/worlds/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One Google account in Berlin, euros, with a campaign 10, its ad groups 11, 12 and ads 111, 121.
   */
  public static Path small(Path folder, String zone, String days) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("accounts.csv"),
          "name,platform,account_id,currency,time_zone\nShop,google,1,EUR," + zone + "\n");
      Files.writeString(
          folder.resolve("entities.csv"),
          """
          account_id,kind,entity_id,parent_id,name,status,channel,daily_budget
          1,campaign,10,,Boots,ENABLED,SEARCH,12.50
          1,ad_group,11,10,One,ENABLED,,
          1,ad_group,12,10,Two,PAUSED,,
          1,ad,111,11,First,ENABLED,,
          1,ad,121,12,Second,ENABLED,,
          """);
      Files.writeString(folder.resolve("days.csv"), DAYS + days);
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
