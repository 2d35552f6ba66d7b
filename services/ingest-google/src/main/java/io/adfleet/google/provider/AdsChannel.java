package io.adfleet.google.provider;

import com.google.ads.googleads.v23.services.GoogleAdsServiceClient;
import com.google.ads.googleads.v23.services.GoogleAdsServiceSettings;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.ApiCallContext;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.adfleet.google.GoogleConfig;
import io.adfleet.ingest.platform.AdAccount;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.auth.MoreCallCredentials;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one TLS channel to Google Ads. Token and headers belong to each call, so that no account ever
 * rides on another's; the library's own retries are off (it would go on for four hours).
 */
@ApplicationScoped
class AdsChannel {

  private static final int MAX_METADATA = 16 << 20;
  private static final int MAX_MESSAGE = 64 << 20;

  private final GoogleConfig.Ads config;
  private @Nullable ManagedChannel channel;
  private @Nullable GoogleAdsServiceClient client;

  AdsChannel(GoogleConfig config) {
    this.config = config.ads();
  }

  /** Opened at the first call, so that the service starts without the platform. */
  synchronized GoogleAdsServiceClient client() {
    if (client == null) {
      channel =
          ManagedChannelBuilder.forTarget(config.endpoint())
              .maxInboundMessageSize(MAX_MESSAGE)
              .maxInboundMetadataSize(MAX_METADATA)
              .build();
      try {
        client =
            GoogleAdsServiceClient.create(
                GoogleAdsServiceSettings.newBuilder()
                    .setCredentialsProvider(NoCredentialsProvider.create())
                    .setTransportChannelProvider(
                        FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel)))
                    .build());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return client;
  }

  /** What makes a call this account's. */
  ApiCallContext call(AdAccount account, String token) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("developer-token", List.of(config.developerToken()));
    if (account.loginCustomerId() != null) {
      headers.put("login-customer-id", List.of(account.loginCustomerId()));
    }
    // No expiry: our own cache decides when a token is too old.
    GoogleCredentials credentials = GoogleCredentials.create(new AccessToken(token, null));
    return GrpcCallContext.createDefault()
        .withCallOptions(
            CallOptions.DEFAULT.withCallCredentials(MoreCallCredentials.from(credentials)))
        .withExtraHeaders(headers)
        .withTimeoutDuration(config.deadline())
        .withRetryableCodes(Set.of());
  }

  @PreDestroy
  synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (channel != null) {
      channel.shutdownNow();
    }
  }
}
