package io.adfleet.local.demo;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts that the world lists, in its order. */
public final class WorldAccounts {

  private static final String ENABLED = "enabled";

  /** One line of {@code accounts.csv}. */
  public record Account(
      String platform,
      String id,
      String managerId,
      boolean manager,
      String name,
      String currency,
      String zone,
      String status) {

    /** What it is called in a comparison; two platforms may number alike. */
    public String label() {
      return platform + " " + id;
    }
  }

  private WorldAccounts() {}

  /** All of them. */
  public static List<Account> in(Path world) {
    Path file = world.resolve("accounts.csv");
    try {
      return read(Files.readString(file));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new Trouble(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  static List<Account> read(String text) {
    List<List<String>> rows = Csv.rows(text);
    List<String> head = rows.getFirst();
    List<Account> accounts = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      accounts.add(
          new Account(
              row.get(head.indexOf("platform")),
              row.get(head.indexOf("account_id")),
              row.get(head.indexOf("manager_id")),
              row.get(head.indexOf("is_manager")).equals("true"),
              row.get(head.indexOf("name")),
              row.get(head.indexOf("currency")),
              row.get(head.indexOf("time_zone")),
              row.get(head.indexOf("status"))));
    }
    return accounts;
  }

  /** Those with figures that the platform lets one read, through managers it lets one open. */
  public static List<Account> readable(List<Account> all) {
    Map<String, Account> managers =
        all.stream()
            .filter(Account::manager)
            .collect(Collectors.toMap(Account::label, Function.identity()));
    return all.stream().filter(account -> !account.manager() && isOpen(account, managers)).toList();
  }

  private static boolean isOpen(Account account, Map<String, Account> managers) {
    if (!account.status().equals(ENABLED)) {
      return false;
    }
    Account above = managers.get(account.platform() + " " + account.managerId());
    return above == null || isOpen(above, managers);
  }
}
