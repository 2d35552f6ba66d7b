package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.common.ImageAdInfo;
import com.google.ads.googleads.v23.common.Metrics;
import com.google.ads.googleads.v23.common.Segments;
import com.google.ads.googleads.v23.enums.AdGroupAdStatusEnum.AdGroupAdStatus;
import com.google.ads.googleads.v23.enums.AdGroupStatusEnum.AdGroupStatus;
import com.google.ads.googleads.v23.enums.AdTypeEnum.AdType;
import com.google.ads.googleads.v23.enums.AdvertisingChannelTypeEnum.AdvertisingChannelType;
import com.google.ads.googleads.v23.enums.AssetGroupStatusEnum.AssetGroupStatus;
import com.google.ads.googleads.v23.enums.BudgetPeriodEnum.BudgetPeriod;
import com.google.ads.googleads.v23.enums.BudgetStatusEnum.BudgetStatus;
import com.google.ads.googleads.v23.enums.CampaignStatusEnum.CampaignStatus;
import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.resources.Ad;
import com.google.ads.googleads.v23.resources.AdGroup;
import com.google.ads.googleads.v23.resources.AdGroupAd;
import com.google.ads.googleads.v23.resources.AssetGroup;
import com.google.ads.googleads.v23.resources.Campaign;
import com.google.ads.googleads.v23.resources.CampaignBudget;
import com.google.ads.googleads.v23.resources.Customer;
import com.google.ads.googleads.v23.resources.CustomerClient;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.FieldMaskUtil;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Decimals;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.Moment;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes lines as the messages of Google Ads, with the fields that were asked for and no other. */
final class RowWriter {

  /** The measures Google reports, and what it calls them. */
  static final Map<Measure, String> METRICS = metrics();

  private final Moment moment;
  private final Set<String> roots;
  private final FieldMask projection;
  private final FieldMask mask;

  RowWriter(Moment moment, Gaql query, Resource resource) {
    this.moment = moment;
    this.roots = query.fields().map(Field::root).collect(Collectors.toSet());
    roots.add(resource.word());
    FieldMask.Builder selected = FieldMask.newBuilder();
    query.select().stream().map(Field::path).distinct().forEach(selected::addPaths);
    this.mask = selected.build();
    if (!query.omitsUnselectedResourceNames()) {
      roots.stream()
          .filter(root -> !Set.of("metrics", "segments").contains(root))
          .forEach(root -> selected.addPaths(root + ".resource_name"));
    }
    this.projection = selected.build();
  }

  private static Map<Measure, String> metrics() {
    Map<Measure, String> metrics = new LinkedHashMap<>();
    metrics.put(Measure.SPEND, "metrics.cost_micros");
    metrics.put(Measure.IMPRESSIONS, "metrics.impressions");
    metrics.put(Measure.CLICKS, "metrics.clicks");
    metrics.put(Measure.CONVERSIONS, "metrics.conversions");
    metrics.put(Measure.CONVERSION_VALUE, "metrics.conversions_value");
    metrics.put(Measure.CONVERSIONS_BY_DATE, "metrics.conversions_by_conversion_date");
    metrics.put(Measure.CONVERSION_VALUE_BY_DATE, "metrics.conversions_value_by_conversion_date");
    return metrics;
  }

  /** The fields that were asked for. */
  FieldMask mask() {
    return mask;
  }

  /** A row with what was asked for. */
  GoogleAdsRow projected(Line line) {
    GoogleAdsRow.Builder row = GoogleAdsRow.newBuilder();
    FieldMaskUtil.merge(projection, whole(line), row);
    return row.build();
  }

  /** A row with everything the sandbox knows about the resources that were named. */
  GoogleAdsRow whole(Line line) {
    GoogleAdsRow.Builder row = GoogleAdsRow.newBuilder();
    if (roots.contains("customer")) {
      row.setCustomer(customer(line.account()));
    }
    if (line.client() != null) {
      row.setCustomerClient(client(line.account(), line.client()));
    }
    for (Entity entity = line.entity(); entity != null; ) {
      put(row, entity);
      entity = entity.parentId() == null ? null : moment.entity(entity.parentId());
    }
    if (line.figures() != null) {
      row.setMetrics(metrics(line.figures()));
      row.setSegments(segments(line));
    }
    return row.build();
  }

  private void put(GoogleAdsRow.Builder row, Entity entity) {
    String customer = "customers/" + entity.account().id();
    switch (entity.kind()) {
      case CAMPAIGN -> {
        if (roots.contains("campaign")) {
          row.setCampaign(campaign(customer, entity));
        }
        if (roots.contains("campaign_budget")) {
          row.setCampaignBudget(budget(customer, entity));
        }
      }
      case AD_GROUP -> {
        if (roots.contains("ad_group")) {
          row.setAdGroup(
              AdGroup.newBuilder()
                  .setResourceName(customer + "/adGroups/" + entity.id())
                  .setId(id(entity))
                  .setName(entity.name())
                  .setStatus(AdGroupStatus.valueOf(entity.status()))
                  .setCampaign(customer + "/campaigns/" + entity.parentId()));
        }
      }
      case AD -> row.setAdGroupAd(ad(customer, entity));
      case ASSET_GROUP ->
          row.setAssetGroup(
              AssetGroup.newBuilder()
                  .setResourceName(customer + "/assetGroups/" + entity.id())
                  .setId(id(entity))
                  .setName(entity.name())
                  .setStatus(AssetGroupStatus.valueOf(entity.status()))
                  .setCampaign(customer + "/campaigns/" + entity.parentId()));
    }
  }

  private static Campaign campaign(String customer, Entity entity) {
    Campaign.Builder campaign =
        Campaign.newBuilder()
            .setResourceName(customer + "/campaigns/" + entity.id())
            .setId(id(entity))
            .setName(entity.name())
            .setStatus(CampaignStatus.valueOf(entity.status()))
            .setAdvertisingChannelType(
                entity.channel() == null
                    ? AdvertisingChannelType.UNSPECIFIED
                    : AdvertisingChannelType.valueOf(entity.channel()))
            .setCampaignBudget(customer + "/campaignBudgets/" + budgetId(entity));
    if (entity.created() != null) {
      campaign.setStartDateTime(entity.created() + " 00:00:00");
    }
    return campaign.build();
  }

  /** A shared budget's own id; an unshared one is numbered like its campaign. */
  static String budgetId(Entity campaign) {
    return Objects.requireNonNullElse(campaign.budget().sharedId(), campaign.id());
  }

  private static CampaignBudget budget(String customer, Entity campaign) {
    String id = budgetId(campaign);
    Entity.Budget budget = campaign.budget();
    CampaignBudget.Builder written =
        CampaignBudget.newBuilder()
            .setResourceName(customer + "/campaignBudgets/" + id)
            .setId(Long.parseLong(id))
            .setName(budget.sharedId() == null ? campaign.name() : "Budget " + id)
            .setExplicitlyShared(budget.sharedId() != null)
            .setStatus(BudgetStatus.ENABLED)
            .setPeriod(budget.lifetime() == null ? BudgetPeriod.DAILY : BudgetPeriod.CUSTOM_PERIOD);
    if (budget.daily() != null) {
      written.setAmountMicros(budget.daily());
    }
    if (budget.lifetime() != null) {
      written.setTotalAmountMicros(budget.lifetime());
    }
    return written.build();
  }

  private static AdGroupAd ad(String customer, Entity entity) {
    Entity.Creative creative = entity.creative();
    Ad.Builder ad =
        Ad.newBuilder()
            .setResourceName(customer + "/ads/" + entity.id())
            .setId(id(entity))
            .setName(entity.name())
            .setType(type(creative.type()));
    if ("image".equals(creative.type())) {
      ImageAdInfo.Builder image = ImageAdInfo.newBuilder();
      if (creative.name() != null) {
        image.setName(creative.name());
      }
      if (creative.thumbnailUrl() != null) {
        image.setImageUrl(creative.thumbnailUrl()).setPreviewImageUrl(creative.thumbnailUrl());
      }
      ad.setImageAd(image);
    }
    return AdGroupAd.newBuilder()
        .setResourceName(customer + "/adGroupAds/" + entity.parentId() + "~" + entity.id())
        .setAdGroup(customer + "/adGroups/" + entity.parentId())
        .setStatus(AdGroupAdStatus.valueOf(entity.status()))
        .setAd(ad)
        .build();
  }

  private static AdType type(@Nullable String creative) {
    return switch (creative == null ? "" : creative.toLowerCase(Locale.ROOT)) {
      case "" -> AdType.UNSPECIFIED;
      case "image" -> AdType.IMAGE_AD;
      case "video" -> AdType.VIDEO_AD;
      case "text", "responsive_search" -> AdType.RESPONSIVE_SEARCH_AD;
      case "shopping", "product" -> AdType.SHOPPING_PRODUCT_AD;
      default -> AdType.RESPONSIVE_DISPLAY_AD;
    };
  }

  private static Customer customer(Account account) {
    return Customer.newBuilder()
        .setResourceName("customers/" + account.id())
        .setId(Long.parseLong(account.id()))
        .setDescriptiveName(account.name())
        .setCurrencyCode(account.currency().getCurrencyCode())
        .setTimeZone(account.zone().getId())
        .setManager(account.manager())
        .setStatus(status(account))
        .build();
  }

  private static CustomerClient client(Account asked, Line.Client client) {
    Account account = client.account();
    return CustomerClient.newBuilder()
        .setResourceName("customers/" + asked.id() + "/customerClients/" + account.id())
        .setClientCustomer("customers/" + account.id())
        .setId(Long.parseLong(account.id()))
        .setLevel(client.level())
        .setManager(account.manager())
        .setHidden(false)
        .setDescriptiveName(account.name())
        .setCurrencyCode(account.currency().getCurrencyCode())
        .setTimeZone(account.zone().getId())
        .setStatus(status(account))
        .build();
  }

  private static CustomerStatus status(Account account) {
    return account.status() == Account.Status.DISABLED
        ? CustomerStatus.CANCELED
        : CustomerStatus.ENABLED;
  }

  private static Metrics metrics(Figures figures) {
    Metrics.Builder metrics = Metrics.newBuilder();
    for (Map.Entry<Measure, Long> reported : figures.reported().entrySet()) {
      long value = reported.getValue();
      switch (reported.getKey()) {
        case SPEND -> metrics.setCostMicros(value);
        case IMPRESSIONS -> metrics.setImpressions(value);
        case CLICKS -> metrics.setClicks(value);
        case CONVERSIONS -> metrics.setConversions(asDouble(value));
        case CONVERSION_VALUE -> metrics.setConversionsValue(asDouble(value));
        case CONVERSIONS_BY_DATE -> metrics.setConversionsByConversionDate(asDouble(value));
        case CONVERSION_VALUE_BY_DATE ->
            metrics.setConversionsValueByConversionDate(asDouble(value));
        default -> {
          // Google has no such metric.
        }
      }
    }
    return metrics.build();
  }

  /** The double nearest to a decimal: its shortest text is that decimal again. */
  private static double asDouble(long millionths) {
    return Double.parseDouble(Decimals.text(millionths));
  }

  private static Segments segments(Line line) {
    Segments.Builder segments = Segments.newBuilder();
    if (line.date() != null) {
      segments.setDate(line.date().toString());
    }
    if (line.hour() != null) {
      segments.setHour(line.hour());
    }
    return segments.build();
  }

  private static long id(Entity entity) {
    return Long.parseLong(entity.id());
  }
}
