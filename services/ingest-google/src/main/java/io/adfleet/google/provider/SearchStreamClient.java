package io.adfleet.google.provider;

import com.google.ads.googleads.v23.common.Metrics;
import com.google.ads.googleads.v23.enums.AdTypeEnum.AdType;
import com.google.ads.googleads.v23.resources.Ad;
import com.google.ads.googleads.v23.resources.Campaign;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamResponse;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.ServerStream;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Micros;
import io.adfleet.ingest.platform.AdAccount;
import io.adfleet.ingest.platform.AdsClient;
import io.adfleet.ingest.platform.EntityRow;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.FigureRow;
import io.adfleet.ingest.platform.PlatformException;
import io.adfleet.ingest.quota.Operations;
import io.adfleet.ingest.token.AccessTokens;
import io.grpc.StatusRuntimeException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link AdsClient} over GoogleAdsService.SearchStream. Rows are converted as they come: a kept
 * GoogleAdsRow costs four kilobytes.
 */
@ApplicationScoped
class SearchStreamClient implements AdsClient {

  private final AdsChannel channel;
  private final AccessTokens tokens;
  private final Operations operations;

  SearchStreamClient(AdsChannel channel, AccessTokens tokens, Operations operations) {
    this.channel = channel;
    this.tokens = tokens;
    this.operations = operations;
  }

  @Override
  public List<String> kinds() {
    return List.of(Level.CAMPAIGN, Level.AD_GROUP, Level.AD, Level.ASSET_GROUP);
  }

  @Override
  public void figures(
      AdAccount account, String level, LocalDate from, LocalDate to, Consumer<FigureRow> sink) {
    stream(
        account,
        "figures",
        Queries.figures(level, from, to),
        row -> figure(row, id(row, level), null, true),
        sink);
  }

  @Override
  public void hours(AdAccount account, LocalDate from, LocalDate to, Consumer<FigureRow> sink) {
    stream(
        account,
        "hours",
        Queries.hours(from, to),
        row -> figure(row, id(row, Level.CAMPAIGN), row.getSegments().getHour(), false),
        sink);
  }

  @Override
  public void totals(AdAccount account, LocalDate from, LocalDate to, Consumer<FigureRow> sink) {
    stream(
        account,
        "totals",
        Queries.totals(from, to),
        row -> figure(row, account.externalId(), null, true),
        sink);
  }

  @Override
  public void entities(AdAccount account, String kind, Consumer<EntityRow> sink) {
    stream(account, "structure", Queries.entities(kind), row -> entity(row, kind), sink);
  }

  /** A token the platform no longer takes is replaced once, if no row was handed over with it. */
  private <T> void stream(
      AdAccount account,
      String kind,
      String query,
      Function<GoogleAdsRow, T> converted,
      Consumer<T> sink) {
    AccessTokens.Token token = tokens.of(account.workspaceId(), account.connectionId());
    AtomicBoolean handedOver = new AtomicBoolean();
    Consumer<GoogleAdsRow> each =
        row -> {
          handedOver.set(true);
          sink.accept(converted.apply(row));
        };
    try {
      run(account, token, kind, query, each);
    } catch (PlatformException e) {
      if (e.failure().kind() != FailureKind.NEEDS_REAUTH) {
        throw e;
      }
      tokens.forget(account.connectionId(), token);
      AccessTokens.Token renewed = tokens.of(account.workspaceId(), account.connectionId());
      if (renewed.value().equals(token.value()) || handedOver.get()) {
        throw e;
      }
      run(account, renewed, kind, query, each);
    }
  }

  private void run(
      AdAccount account,
      AccessTokens.Token token,
      String kind,
      String query,
      Consumer<GoogleAdsRow> sink) {
    operations.count(kind);
    ServerStream<SearchGoogleAdsStreamResponse> answers = null;
    boolean whole = false;
    try {
      answers =
          channel
              .client()
              .searchStreamCallable()
              .call(
                  SearchGoogleAdsStreamRequest.newBuilder()
                      .setCustomerId(account.externalId())
                      .setQuery(query)
                      .build(),
                  channel.call(account, token.value()));
      for (SearchGoogleAdsStreamResponse answer : answers) {
        answer.getResultsList().forEach(sink);
      }
      whole = true;
    } catch (ApiException | StatusRuntimeException e) {
      throw new PlatformException(Failures.of(e), e);
    } finally {
      if (answers != null && !whole) {
        answers.cancel();
      }
    }
  }

  private static String id(GoogleAdsRow row, String level) {
    return Long.toString(
        switch (level) {
          case Level.CAMPAIGN -> row.getCampaign().getId();
          case Level.AD_GROUP -> row.getAdGroup().getId();
          case Level.AD -> row.getAdGroupAd().getAd().getId();
          case Level.ASSET_GROUP -> row.getAssetGroup().getId();
          default -> throw new IllegalArgumentException("no entities at level " + level);
        });
  }

  private static FigureRow figure(
      GoogleAdsRow row, String id, @Nullable Integer hour, boolean byConversionDate) {
    Metrics metrics = row.getMetrics();
    return new FigureRow(
        id,
        LocalDate.parse(row.getSegments().getDate()),
        hour,
        new Figures(
            metrics.getCostMicros(),
            metrics.getImpressions(),
            metrics.getClicks(),
            Micros.ofDouble(metrics.getConversions()),
            Micros.ofDouble(metrics.getConversionsValue())),
        byConversionDate && metrics.hasConversionsByConversionDate()
            ? Micros.ofDouble(metrics.getConversionsByConversionDate())
            : null,
        byConversionDate && metrics.hasConversionsValueByConversionDate()
            ? Micros.ofDouble(metrics.getConversionsValueByConversionDate())
            : null,
        null,
        null);
  }

  private static EntityRow entity(GoogleAdsRow row, String kind) {
    String id = id(row, kind);
    return switch (kind) {
      case Level.CAMPAIGN -> campaign(id, row);
      case Level.AD_GROUP ->
          plain(
              kind,
              id,
              Long.toString(row.getCampaign().getId()),
              row.getAdGroup().getName(),
              row.getAdGroup().getStatus().name(),
              row.getAdGroup().getPrimaryStatus().name());
      case Level.ASSET_GROUP ->
          plain(
              kind,
              id,
              Long.toString(row.getCampaign().getId()),
              row.getAssetGroup().getName(),
              row.getAssetGroup().getStatus().name(),
              row.getAssetGroup().getPrimaryStatus().name());
      default -> ad(id, row);
    };
  }

  private static EntityRow campaign(String id, GoogleAdsRow row) {
    Campaign campaign = row.getCampaign();
    return new EntityRow(
        Level.CAMPAIGN,
        id,
        null,
        campaign.getName(),
        EntityStatus.of(
            campaign.getStatus().name(),
            campaign.getPrimaryStatus().name(),
            campaign.getServingStatus().name()),
        campaign.getStatus().name(),
        campaign.getAdvertisingChannelType().name(),
        row.getCampaignBudget().hasAmountMicros()
            ? Long.valueOf(row.getCampaignBudget().getAmountMicros())
            : null,
        null,
        null,
        null);
  }

  private static EntityRow ad(String id, GoogleAdsRow row) {
    Ad ad = row.getAdGroupAd().getAd();
    return new EntityRow(
        Level.AD,
        id,
        Long.toString(row.getAdGroup().getId()),
        ad.getName(),
        EntityStatus.of(
            row.getAdGroupAd().getStatus().name(),
            row.getAdGroupAd().getPrimaryStatus().name(),
            ""),
        row.getAdGroupAd().getStatus().name(),
        null,
        null,
        ad.getImageAd().hasName() ? ad.getImageAd().getName() : null,
        creativeType(ad.getType()),
        ad.getImageAd().hasImageUrl() ? ad.getImageAd().getImageUrl() : null);
  }

  /** Google's type without the word it shares with all others: {@code responsive_search}. */
  private static @Nullable String creativeType(AdType type) {
    return switch (type) {
      case UNSPECIFIED, UNKNOWN, UNRECOGNIZED -> null;
      default -> type.name().toLowerCase(Locale.ROOT).replaceFirst("_ad$", "");
    };
  }

  private static EntityRow plain(
      String kind, String id, String parent, String name, String status, String primary) {
    return new EntityRow(
        kind,
        id,
        parent,
        name,
        EntityStatus.of(status, primary, ""),
        status,
        null,
        null,
        null,
        null,
        null);
  }
}
