package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.login.Login;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Decimals;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Moment;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes nodes with the fields that were asked for and no other. */
final class NodeWriter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);
  private static final Set<String> IN_WHOLES =
      Set.of("CLP", "COP", "CRC", "HUF", "IDR", "ISK", "JPY", "KRW", "PYG", "TWD", "VND");
  private static final int ACTIVE = 1;
  private static final int DISABLED = 2;

  private final Moment moment;

  NodeWriter(Moment moment) {
    this.moment = moment;
  }

  /** A node as JSON; an object behind a field is written with what is asked of it, or its id. */
  Map<String, Object> write(GraphNode node, FieldList fields) {
    Map<String, Object> whole = whole(node);
    Map<String, Object> written = new LinkedHashMap<>();
    for (String name : fields.names()) {
      Object value = whole.get(name);
      if (value == null) {
        if (!KnownFields.has(node.type(), name)) {
          throw Failures.noField(name, node.type());
        }
      } else if (value instanceof GraphNode behind) {
        written.put(name, write(behind, Objects.requireNonNull(fields.fields().get(name))));
      } else {
        written.put(name, value);
      }
    }
    if (fields.isEmpty() && node instanceof GraphNode.AdAccount) {
      written.put("account_id", whole.get("account_id"));
    }
    written.put("id", node.id());
    return written;
  }

  private Map<String, Object> whole(GraphNode node) {
    Map<String, Object> whole = new LinkedHashMap<>();
    switch (node) {
      case GraphNode.Person person -> put(whole, "name", "Sandbox Person");
      case GraphNode.AdAccount account -> putAccount(whole, account.account());
      case GraphNode.AdObject object -> putObject(whole, object.entity());
      case GraphNode.AdCreative creative -> putCreative(whole, creative);
      case GraphNode.Report report -> whole.putAll(report.run().view());
    }
    put(whole, "id", node.id());
    return whole;
  }

  private void putAccount(Map<String, Object> whole, Account account) {
    boolean disabled = account.status() == Account.Status.DISABLED;
    put(whole, "account_id", account.id());
    put(whole, "name", account.name());
    put(whole, "account_status", disabled ? DISABLED : ACTIVE);
    put(whole, "disable_reason", disabled ? 1 : 0);
    put(whole, "currency", account.currency().getCurrencyCode());
    put(whole, "timezone_name", account.zone().getId());
    put(
        whole,
        "timezone_offset_hours_utc",
        moment.at().atZone(account.zone()).getOffset().getTotalSeconds() / 3_600.0);
    put(whole, "owner", Objects.requireNonNullElse(account.managerId(), Login.PERSON));
    Account business =
        account.managerId() == null ? null : moment.world().account(account.managerId());
    if (business != null) {
      put(whole, "business_name", business.name());
      put(whole, "business", Map.of("id", business.id(), "name", business.name()));
    }
  }

  private void putObject(Map<String, Object> whole, Entity entity) {
    put(whole, "account_id", entity.account().id());
    put(whole, "account", new GraphNode.AdAccount(entity.account()));
    put(whole, "name", entity.name());
    put(whole, "status", Status.configured(entity));
    put(whole, "configured_status", Status.configured(entity));
    put(whole, "effective_status", Status.effective(moment, entity));
    put(whole, "created_time", time(entity, entity.created()));
    put(whole, "updated_time", updated(entity));
    Entity parent = Status.parent(moment, entity);
    switch (entity.kind()) {
      case CAMPAIGN -> {
        put(whole, "objective", entity.channel());
        put(whole, "buying_type", "AUCTION");
        put(whole, "special_ad_categories", List.of());
        put(whole, "start_time", time(entity, entity.created()));
        put(whole, "daily_budget", budget(entity, entity.budget().daily()));
        put(whole, "lifetime_budget", budget(entity, entity.budget().lifetime()));
      }
      case AD -> {
        put(whole, "adset_id", entity.parentId());
        put(whole, "creative", new GraphNode.AdCreative(entity));
        if (parent != null) {
          put(whole, "adset", new GraphNode.AdObject(parent));
          putCampaign(whole, Status.parent(moment, parent));
        }
      }
      default -> {
        putCampaign(whole, parent);
        put(whole, "start_time", time(entity, entity.created()));
        put(whole, "billing_event", "IMPRESSIONS");
        put(whole, "optimization_goal", "OFFSITE_CONVERSIONS");
        put(whole, "attribution_spec", Attribution.SPEC);
        if (entity.budget().daily() != null || entity.budget().lifetime() != null) {
          put(whole, "daily_budget", budget(entity, zero(entity.budget().daily())));
          put(whole, "lifetime_budget", budget(entity, zero(entity.budget().lifetime())));
        }
      }
    }
  }

  private static void putCampaign(Map<String, Object> whole, @Nullable Entity campaign) {
    if (campaign != null) {
      put(whole, "campaign_id", campaign.id());
      put(whole, "campaign", new GraphNode.AdObject(campaign));
    }
  }

  private static void putCreative(Map<String, Object> whole, GraphNode.AdCreative creative) {
    Entity.Creative shown = creative.ad().creative();
    put(whole, "account_id", creative.account().id());
    put(whole, "name", shown.name());
    put(whole, "title", shown.name());
    put(whole, "status", "ACTIVE");
    put(whole, "object_type", objectType(shown.type()));
    put(whole, "thumbnail_url", shown.thumbnailUrl());
    if ("image".equalsIgnoreCase(shown.type())) {
      put(whole, "image_url", shown.thumbnailUrl());
    }
  }

  private static @Nullable String objectType(@Nullable String type) {
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "image", "photo" -> "PHOTO";
      case "video" -> "VIDEO";
      case "status" -> "STATUS";
      case "offer" -> "OFFER";
      case "event" -> "EVENT";
      case "page" -> "PAGE";
      case "app", "application" -> "APPLICATION";
      case "store_item" -> "STORE_ITEM";
      default -> "SHARE";
    };
  }

  /** Budgets are whole numbers: of hundredths of the currency, of some of the currency itself. */
  private static @Nullable String budget(Entity entity, @Nullable Long micros) {
    return micros == null
        ? null
        : Long.toString(
            Math.ceilDiv(
                micros,
                IN_WHOLES.contains(entity.account().currency().getCurrencyCode())
                    ? Decimals.MILLION
                    : Decimals.MILLION / 100));
  }

  private static long zero(@Nullable Long micros) {
    return micros == null ? 0 : micros;
  }

  private static @Nullable String time(Entity entity, @Nullable LocalDate date) {
    return date == null ? null : TIME.format(date.atStartOfDay(entity.account().zone()));
  }

  private @Nullable String updated(Entity entity) {
    return moment
        .changedAt(entity)
        .map(at -> TIME.format(ZonedDateTime.ofInstant(at, entity.account().zone())))
        .orElse(time(entity, entity.created()));
  }

  private static void put(Map<String, Object> whole, String name, @Nullable Object value) {
    if (value != null) {
      whole.put(name, value);
    }
  }
}
