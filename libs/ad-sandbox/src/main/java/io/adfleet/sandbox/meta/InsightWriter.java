package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Action;
import io.adfleet.sandbox.world.Decimals;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows of insights with the fields that were asked for; every figure is text. */
final class InsightWriter {

  private final Moment moment;
  private final Account account;
  private final InsightsQuery query;

  InsightWriter(Moment moment, Account account, InsightsQuery query) {
    this.moment = moment;
    this.account = account;
    this.query = query;
  }

  Map<String, Object> write(InsightLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String field : query.fields()) {
      Object value = value(line, field);
      if (value != null) {
        row.put(field, value);
      }
    }
    row.put("date_start", line.span().since().toString());
    row.put("date_stop", line.span().until().toString());
    if (line.hour() != null) {
      row.put(
          "hourly_stats_aggregated_by_advertiser_time_zone",
          String.format(Locale.ROOT, "%02d:00:00 - %02d:59:59", line.hour(), line.hour()));
    }
    return row;
  }

  private @Nullable Object value(InsightLine line, String field) {
    Figures figures = line.figures();
    return switch (field) {
      case "account_id" -> account.id();
      case "account_name" -> account.name();
      case "account_currency" -> account.currency().getCurrencyCode();
      case "attribution_setting" -> Attribution.SETTING;
      case "spend" -> Decimals.text(figures.get(Measure.SPEND));
      case "impressions" -> Long.toString(figures.get(Measure.IMPRESSIONS));
      case "clicks" -> Long.toString(allClicks(figures));
      case "inline_link_clicks" -> unlessZero(figures.get(Measure.CLICKS));
      case "reach" -> line.hour() == null ? unlessZero(figures.get(Measure.REACH)) : null;
      case "actions" -> actions(line, false);
      case "action_values" -> actions(line, true);
      default -> line.entity() == null ? null : named(line.entity(), field);
    };
  }

  /** Clicks of every kind: those on links, and a quarter more on other things. */
  private static long allClicks(Figures figures) {
    return figures.get(Measure.CLICKS) + figures.get(Measure.CLICKS) / 4;
  }

  private static @Nullable String unlessZero(long count) {
    return count == 0 ? null : Long.toString(count);
  }

  private @Nullable List<Map<String, Object>> actions(InsightLine line, boolean values) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Map.Entry<String, Action> action : line.actions().entrySet()) {
      Map<String, Object> entry =
          Attribution.entry(
              action.getKey(),
              action.getValue(),
              values,
              account.step(Measure.CONVERSION_VALUE),
              query.windows());
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries.isEmpty() ? null : entries;
  }

  /** The ids and names of a row's object and of what is above it. */
  private @Nullable Object named(Entity entity, String field) {
    for (Entity at = entity; at != null; at = Status.parent(moment, at)) {
      String prefix =
          switch (at.kind()) {
            case CAMPAIGN -> "campaign";
            case AD -> "ad";
            default -> "adset";
          };
      if (field.equals(prefix + "_id")) {
        return at.id();
      }
      if (field.equals(prefix + "_name")) {
        return at.name();
      }
      if (prefix.equals("campaign")) {
        return switch (field) {
          case "objective" -> at.channel();
          case "buying_type" -> "AUCTION";
          default -> null;
        };
      }
    }
    return null;
  }
}
