package io.adfleet.meta.provider;

import com.facebook.ads.sdk.AdsInsights.EnumLevel;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.ActionCount;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Level;
import io.adfleet.ingest.platform.AdAccount;
import io.adfleet.ingest.platform.AdsClient;
import io.adfleet.ingest.platform.EntityRow;
import io.adfleet.ingest.platform.FigureRow;
import io.adfleet.ingest.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link AdsClient} over the Graph API. Campaigns and ads are read; an ad set's figures are the sum
 * of its ads'. Clicks are those on links; an hour without impressions is left out by Meta.
 */
@ApplicationScoped
class GraphClient implements AdsClient {

  private static final int PAGE = 200;
  private static final String COMMON = "id,name,status,effective_status";

  private final GraphCalls calls;
  private final Insights insights;

  GraphClient(GraphCalls calls, Insights insights) {
    this.calls = calls;
    this.insights = insights;
  }

  @Override
  public List<String> kinds() {
    return List.of(Level.CAMPAIGN, Level.AD_GROUP, Level.AD);
  }

  @Override
  public void figures(
      AdAccount account, String level, LocalDate from, LocalDate to, Consumer<FigureRow> sink) {
    EnumLevel asked =
        switch (level) {
          case Level.CAMPAIGN -> EnumLevel.VALUE_CAMPAIGN;
          case Level.AD -> EnumLevel.VALUE_AD;
          default -> throw new PlatformException(Failures.refused("no_level." + level));
        };
    Question question = new Question(asked, from, to, false, null);
    insights.read(account, question, row -> sink.accept(figure(row, row.all())));
  }

  @Override
  public void hours(AdAccount account, LocalDate from, LocalDate to, Consumer<FigureRow> sink) {
    Question question = new Question(EnumLevel.VALUE_CAMPAIGN, from, to, true, null);
    insights.read(account, question, row -> sink.accept(figure(row, null)));
  }

  @Override
  public void totals(AdAccount account, LocalDate from, LocalDate to, Consumer<FigureRow> sink) {
    Question question = new Question(EnumLevel.VALUE_ACCOUNT, from, to, false, null);
    insights.read(account, question, row -> sink.accept(figure(row, null)));
  }

  @Override
  public void entities(AdAccount account, String kind, Consumer<EntityRow> sink) {
    switch (kind) {
      case Level.CAMPAIGN ->
          list(
              account,
              "campaigns",
              COMMON + ",objective,daily_budget",
              Edges.CAMPAIGN_STATES,
              node -> sink.accept(campaign(node, account)));
      case Level.AD_GROUP ->
          list(
              account,
              "adsets",
              COMMON + ",campaign_id,daily_budget",
              Edges.AD_SET_STATES,
              node -> sink.accept(adSet(node, account)));
      case Level.AD ->
          list(
              account,
              "ads",
              COMMON + ",adset_id,creative{name,object_type,thumbnail_url}",
              Edges.AD_STATES,
              node -> sink.accept(ad(node)));
      default -> throw new PlatformException(Failures.refused("no_kind." + kind));
    }
  }

  private void list(
      AdAccount account, String edge, String fields, List<String> states, Consumer<JsonNode> sink) {
    Edges.list(calls, account, new Edges.Edge(edge, fields, states, PAGE), sink);
  }

  static FigureRow figure(InsightRow row, @Nullable List<ActionCount> actions) {
    if (row.id == null || row.date == null) {
      throw new PlatformException(Failures.passing("row_without_name"));
    }
    Conversions conversions = Conversions.of(row);
    return new FigureRow(
        row.id,
        row.date,
        row.hour,
        new Figures(
            row.spend, row.impressions, row.linkClicks, conversions.count(), conversions.value()),
        null,
        null,
        actions == null ? null : Long.valueOf(row.clicks),
        actions == null || actions.isEmpty() ? null : actions);
  }

  private static EntityRow campaign(JsonNode node, AdAccount account) {
    return row(
        Level.CAMPAIGN,
        node,
        null,
        text(node.path("objective")),
        Budgets.micros(node.path("daily_budget").asText(""), account.currency()));
  }

  private static EntityRow adSet(JsonNode node, AdAccount account) {
    return row(
        Level.AD_GROUP,
        node,
        text(node.path("campaign_id")),
        null,
        Budgets.micros(node.path("daily_budget").asText(""), account.currency()));
  }

  private static EntityRow row(
      String kind,
      JsonNode node,
      @Nullable String parent,
      @Nullable String channel,
      @Nullable Long dailyBudget) {
    return new EntityRow(
        kind,
        node.path("id").asText(),
        parent,
        node.path("name").asText(),
        EntityStatus.of(node.path("effective_status").asText()),
        node.path("status").asText(),
        channel,
        dailyBudget,
        null,
        null,
        null);
  }

  private static EntityRow ad(JsonNode node) {
    JsonNode creative = node.path("creative");
    return new EntityRow(
        Level.AD,
        node.path("id").asText(),
        text(node.path("adset_id")),
        node.path("name").asText(),
        EntityStatus.of(node.path("effective_status").asText()),
        node.path("status").asText(),
        null,
        null,
        text(creative.path("name")),
        creativeType(creative.path("object_type").asText("")),
        text(creative.path("thumbnail_url")));
  }

  private static @Nullable String creativeType(String objectType) {
    return switch (objectType) {
      case "" -> null;
      case "PHOTO" -> "image";
      default -> objectType.toLowerCase(Locale.ROOT);
    };
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.asText("");
    return text.isEmpty() ? null : text;
  }
}
