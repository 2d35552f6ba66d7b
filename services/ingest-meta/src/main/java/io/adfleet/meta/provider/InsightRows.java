package io.adfleet.meta.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Micros;
import io.adfleet.ingest.platform.PlatformException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a page of insights, row by row; everything in it is text. */
final class InsightRows {

  static final String HOURS = "hourly_stats_aggregated_by_advertiser_time_zone";

  private static final ObjectReader DATES = Json.mapper().readerFor(LocalDate.class);

  private final String idField;
  private final Consumer<InsightRow> sink;
  private final Map<String, Long> waiting = new LinkedHashMap<>();

  /** Rows that are about what this field names. */
  InsightRows(String idField, Consumer<InsightRow> sink) {
    this.idField = idField;
    this.sink = sink;
  }

  /**
   * Hands over every row once the whole page is read; the cursor of the next page, or null if this
   * is the last. What fails on the other side is not Meta's fault.
   */
  @Nullable String read(String page) {
    List<InsightRow> rows = new ArrayList<>();
    String after = parse(page, rows);
    rows.forEach(sink);
    return after;
  }

  private @Nullable String parse(String page, List<InsightRow> rows) {
    try (JsonParser json = Json.mapper().getFactory().createParser(page)) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      String after = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "data" -> rows(json, rows);
          case "paging" -> after = next(json);
          default -> json.skipChildren();
        }
      }
      return after;
    } catch (IOException | RuntimeException e) {
      throw new PlatformException(Failures.passing("unreadable_answer"), e);
    }
  }

  private void rows(JsonParser json, List<InsightRow> rows) throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      rows.add(row(json));
    }
  }

  private InsightRow row(JsonParser json) throws IOException {
    InsightRow row = new InsightRow();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "spend" -> row.spend = Micros.ofDecimalText(json.getText());
        case "impressions" -> row.impressions = Long.parseLong(json.getText());
        case "clicks" -> row.clicks = Long.parseLong(json.getText());
        case "inline_link_clicks" -> row.linkClicks = Long.parseLong(json.getText());
        case "date_start" -> row.date = DATES.readValue(json);
        case "attribution_setting" -> row.creditedBy(json.getText());
        case "actions" -> actions(json, row, false);
        case "action_values" -> actions(json, row, true);
        case HOURS -> row.hour = Integer.valueOf(json.getText().substring(0, 2));
        default -> {
          if (field.equals(idField)) {
            row.id = json.getText();
          } else if (value.isStructStart()) {
            json.skipChildren();
          }
        }
      }
    }
    return row;
  }

  /** Figures that come before the type they are of wait for it. */
  private void actions(JsonParser json, InsightRow row, boolean worth) throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String type = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("action_type")) {
          type = json.getText();
        } else if (value.isScalarValue()) {
          String window = field.equals("value") ? InsightRow.BY_SETTING : field;
          long figure = Micros.ofDecimalText(json.getText());
          if (type == null) {
            waiting.put(window, figure);
          } else {
            row.add(type, window, figure, worth);
          }
        } else {
          json.skipChildren();
        }
      }
      if (type != null) {
        for (Map.Entry<String, Long> one : waiting.entrySet()) {
          row.add(type, one.getKey(), one.getValue(), worth);
        }
      }
      waiting.clear();
    }
  }

  /** Only a page that names a next one has one; the last one has a cursor all the same. */
  private static @Nullable String next(JsonParser json) throws IOException {
    String after = null;
    boolean more = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("cursors")) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String cursor = json.currentName();
          json.nextToken();
          after = cursor.equals("after") ? json.getText() : after;
        }
      } else {
        more |= field.equals("next");
        json.skipChildren();
      }
    }
    return more ? after : null;
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted) throws IOException {
    if (found != wanted) {
      throw new IOException("expected " + wanted + ", found " + found);
    }
  }
}
