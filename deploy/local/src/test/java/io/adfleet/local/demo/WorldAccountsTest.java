package io.adfleet.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorldAccountsTest {

  private static final String HEAD =
      "platform,account_id,manager_id,is_manager,name,currency,time_zone,status\n";

  @Test
  void thoseThatOneMayReadHaveFiguresAndNobodyShutAboveThem() {
    List<WorldAccounts.Account> all =
        WorldAccounts.read(
            HEAD
                + "google,1,,true,Manager,EUR,UTC,enabled\n"
                + "google,2,1,false,\"Shop, \"\"nord\"\"\",EUR,UTC,enabled\n"
                + "google,3,1,false,Old shop,EUR,UTC,disabled\n"
                + "google,4,,true,Shut manager,EUR,UTC,no_permission\n"
                + "google,5,4,false,Below it,EUR,UTC,enabled\n"
                + "meta,4,,false,Same number,USD,UTC,enabled\n"
                + "meta,6,,false,Closed,USD,UTC,no_permission\n");
    assertEquals(
        List.of("google 2", "meta 4"),
        WorldAccounts.readable(all).stream().map(WorldAccounts.Account::label).toList());
    assertEquals("Shop, \"nord\"", all.get(1).name());
  }
}
