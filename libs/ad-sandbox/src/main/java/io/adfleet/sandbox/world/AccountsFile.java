package io.adfleet.sandbox.world;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code accounts.csv}: who owns what, in which currency and zone. */
final class AccountsFile {

  private final CsvFile file;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Cells> lines = new HashMap<>();

  AccountsFile(Path path) {
    this.file =
        new CsvFile(
            path,
            List.of("platform", "account_id", "name", "currency", "time_zone"),
            List.of("manager_id", "is_manager", "status"));
  }

  Map<String, Account> read() {
    file.read(line -> {
      Account account = account(line);
      if (accounts.putIfAbsent(account.id(), account) != null) {
        throw line.refuse("account_id", line.quoted("account_id") + " is there twice");
      }
      lines.put(account.id(), line);
    });
    accounts.values().forEach(this::checkManagers);
    return accounts;
  }

  private static Account account(Cells line) {
    Platform platform =
        Platform.of(line.required("platform"))
            .orElseThrow(() ->
                line.refuse(
                    "platform",
                    line.quoted("platform") + " is none of google, meta, tiktok, shopify"));
    String id = line.required("account_id");
    if (!id.matches("\\d{1,18}")) {
      throw line.refuse("account_id", line.quoted("account_id") + " is not digits");
    }
    return new Account(
        platform,
        id,
        line.cell("manager_id"),
        isManager(line),
        line.required("name"),
        currency(line),
        zone(line),
        status(line));
  }

  private static boolean isManager(Cells line) {
    return switch (line.cell("is_manager")) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default ->
          throw line.refuse("is_manager", line.quoted("is_manager") + " is neither true nor false");
    };
  }

  private static Currency currency(Cells line) {
    try {
      return Currency.getInstance(line.required("currency"));
    } catch (IllegalArgumentException e) {
      throw line.refuse(
          "currency", line.quoted("currency") + " is not a currency of ISO 4217 like EUR");
    }
  }

  private static ZoneId zone(Cells line) {
    String name = line.required("time_zone");
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw line.refuse(
          "time_zone", line.quoted("time_zone") + " is not an IANA zone like Europe/Berlin");
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw line.refuse("time_zone", line.quoted("time_zone") + " cannot be used as a zone");
    }
  }

  private static Account.Status status(Cells line) {
    @Nullable String word = line.cell("status");
    return word == null
        ? Account.Status.ENABLED
        : Account.Status.of(word)
            .orElseThrow(() ->
                line.refuse(
                    "status",
                    line.quoted("status") + " is none of enabled, disabled, no_permission"));
  }

  private void checkManagers(Account account) {
    Cells line = lines.get(account.id());
    Set<String> above = new HashSet<>(Set.of(account.id()));
    for (Account at = account; at.managerId() != null; ) {
      Account manager = accounts.get(at.managerId());
      if (at == account && (manager == null || !manager.manager())) {
        throw line.refuse(
            "manager_id", line.quoted("manager_id") + " is not a manager account of this file");
      }
      if (at == account && manager.platform() != account.platform()) {
        throw line.refuse(
            "manager_id", line.quoted("manager_id") + " is an account of another platform");
      }
      if (manager == null) {
        return;
      }
      if (!above.add(manager.id())) {
        throw line.refuse("manager_id", line.quoted("manager_id") + " is above itself");
      }
      at = manager;
    }
  }
}
