package io.adfleet.local.demo;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The accounts that the world lists, in its order. */
final class WorldAccounts {

  /** One line of {@code accounts.csv}. */
  record Account(String platform, String id, boolean manager, String currency, String zone) {}

  private WorldAccounts() {}

  static List<Account> in(Path world) {
    Path file = world.resolve("accounts.csv");
    try {
      List<List<String>> rows = Csv.rows(Files.readString(file));
      List<String> head = rows.getFirst();
      List<Account> accounts = new ArrayList<>();
      for (List<String> row : rows.subList(1, rows.size())) {
        accounts.add(
            new Account(
                row.get(head.indexOf("platform")),
                row.get(head.indexOf("account_id")),
                row.get(head.indexOf("is_manager")).equals("true"),
                row.get(head.indexOf("currency")),
                row.get(head.indexOf("time_zone"))));
      }
      return accounts;
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new Trouble(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
