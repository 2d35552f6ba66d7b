package io.adfleet.sandbox.world;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code entities.csv}: campaigns and what is beneath them. */
final class EntitiesFile {

  private static final Set<String> GOOGLE_STATUSES = Set.of("ENABLED", "PAUSED", "REMOVED");
  private static final Set<String> GOOGLE_CHANNELS =
      Set.of(
          "SEARCH",
          "DISPLAY",
          "SHOPPING",
          "HOTEL",
          "VIDEO",
          "MULTI_CHANNEL",
          "LOCAL",
          "SMART",
          "PERFORMANCE_MAX",
          "LOCAL_SERVICES",
          "TRAVEL",
          "DEMAND_GEN");

  private final World world;
  private final CsvFile file;
  private final String address;
  private final Map<String, Cells> lines = new HashMap<>();

  EntitiesFile(World world, Path path, String address) {
    this.world = world;
    this.address = address;
    this.file =
        new CsvFile(
            path,
            List.of("account_id", "kind", "entity_id", "name", "status"),
            List.of(
                "parent_id",
                "channel",
                "daily_budget",
                "lifetime_budget",
                "shared_budget_id",
                "created",
                "removed",
                "creative_name",
                "creative_type",
                "thumbnail_url"));
  }

  void read() {
    file.read(line -> {
      Entity entity = entity(line);
      if (world.entity(entity.id()) != null) {
        throw line.refuse("entity_id", line.quoted("entity_id") + " is there twice");
      }
      world.add(entity);
      lines.put(entity.id(), line);
    });
    lines.keySet().forEach(id -> checkParent(Objects.requireNonNull(world.entity(id))));
    world.connectParents();
  }

  private Entity entity(Cells line) {
    Account account = accountOf(world, line);
    Kind kind = Kind.of(account.platform(), line.required("kind"));
    if (kind == null) {
      throw line.refuse(
          "kind", line.quoted("kind") + " is not a kind of " + account.platform().word());
    }
    LocalDate today = Objects.requireNonNull(world.start().today().get(account.id()));
    return new Entity(
        account,
        kind,
        id(account.platform(), line),
        line.cell("parent_id"),
        line.required("name"),
        status(account.platform(), line, "status"),
        channel(account.platform(), kind, line),
        new Entity.Budget(
            line.money("daily_budget"),
            line.money("lifetime_budget"),
            sharedBudget(account.platform(), line)),
        line.date("created", today),
        line.date("removed", today),
        new Entity.Creative(
            line.cell("creative_name"), line.cell("creative_type"), thumbnail(line)));
  }

  private @Nullable String thumbnail(Cells line) {
    String url = line.cell("thumbnail_url");
    return url != null && url.startsWith("/") ? address + url : url;
  }

  static Account accountOf(World world, Cells line) {
    Account account = world.account(line.required("account_id"));
    if (account == null) {
      throw line.refuse(
          "account_id", line.quoted("account_id") + " is not an account of accounts.csv");
    }
    if (account.manager()) {
      throw line.refuse(
          "account_id", line.quoted("account_id") + " is a manager account and owns nothing");
    }
    return account;
  }

  static String status(Platform platform, Cells line, String column) {
    String status = line.required(column);
    if (platform == Platform.GOOGLE && !GOOGLE_STATUSES.contains(status)) {
      throw line.refuse(column, "\"" + status + "\" is none of ENABLED, PAUSED, REMOVED");
    }
    return status;
  }

  /** Google's ids are 64-bit integers; other platforms' are digits of any length. */
  private static void checkId(Platform platform, Cells line, String column) {
    String id = line.required(column);
    boolean fits =
        platform == Platform.GOOGLE ? id.matches("[1-9]\\d{0,17}") : id.matches("\\d{1,40}");
    if (!fits) {
      throw line.refuse(
          column,
          line.quoted(column)
              + (platform == Platform.GOOGLE
                  ? " is not a number of 1 to 18 digits"
                  : " is not digits"));
    }
  }

  private static String id(Platform platform, Cells line) {
    checkId(platform, line, "entity_id");
    return line.required("entity_id");
  }

  private static @Nullable String sharedBudget(Platform platform, Cells line) {
    if (line.cell("shared_budget_id") != null) {
      checkId(platform, line, "shared_budget_id");
    }
    return line.cell("shared_budget_id");
  }

  private static @Nullable String channel(Platform platform, Kind kind, Cells line) {
    String channel = line.cell("channel");
    if (platform == Platform.GOOGLE
        && kind == Kind.CAMPAIGN
        && channel != null
        && !GOOGLE_CHANNELS.contains(channel)) {
      throw line.refuse(
          "channel", line.quoted("channel") + " is not an advertising channel type of Google Ads");
    }
    return channel;
  }

  private void checkParent(Entity entity) {
    Cells line = Objects.requireNonNull(lines.get(entity.id()));
    Kind wanted = entity.kind().parent();
    if (wanted == null) {
      if (entity.parentId() != null) {
        throw line.refuse("parent_id", "a campaign has no parent");
      }
      return;
    }
    Entity parent = world.entity(line.required("parent_id"));
    if (parent == null) {
      throw line.refuse("parent_id", line.quoted("parent_id") + " is not an entity of this file");
    }
    if (parent.kind() != wanted || !parent.account().id().equals(entity.account().id())) {
      throw line.refuse(
          "parent_id",
          line.quoted("parent_id")
              + " is not "
              + (wanted == Kind.CAMPAIGN ? "a campaign" : "an ad group or ad set")
              + " of the same account");
    }
  }
}
