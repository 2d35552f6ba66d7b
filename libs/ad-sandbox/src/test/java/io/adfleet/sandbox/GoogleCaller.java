package io.adfleet.sandbox;

import com.google.ads.googleads.v23.services.CustomerServiceClient;
import com.google.ads.googleads.v23.services.CustomerServiceSettings;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.GoogleAdsServiceClient;
import com.google.ads.googleads.v23.services.GoogleAdsServiceSettings;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamRequest;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.auth.Credentials;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Google's own client, pointed at a sandbox. */
final class GoogleCaller implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final GrpcCallContext ONCE =
      GrpcCallContext.createDefault().withTimeoutDuration(PATIENCE).withRetryableCodes(Set.of());

  final GoogleAdsServiceClient ads;
  private final CustomerServiceClient customers;

  GoogleCaller(
      Sandbox sandbox, Path certificate, Credentials credentials, @Nullable String loginCustomerId)
      throws IOException {
    Map<String, String> headers = new HashMap<>(Map.of("developer-token", "local"));
    if (loginCustomerId != null) {
      headers.put("login-customer-id", loginCustomerId);
    }
    InstantiatingGrpcChannelProvider channels =
        InstantiatingGrpcChannelProvider.newBuilder()
            .setMaxInboundMessageSize(64 << 20)
            .setChannelConfigurator(builder -> {
              try {
                return ((NettyChannelBuilder) builder)
                    .sslContext(
                        GrpcSslContexts.forClient().trustManager(certificate.toFile()).build());
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
            .build();
    String endpoint = "localhost:" + sandbox.grpcPort();
    ads =
        GoogleAdsServiceClient.create(
            GoogleAdsServiceSettings.newBuilder()
                .setEndpoint(endpoint)
                .setCredentialsProvider(FixedCredentialsProvider.create(credentials))
                .setTransportChannelProvider(channels)
                .setHeaderProvider(FixedHeaderProvider.create(headers))
                .build());
    customers =
        CustomerServiceClient.create(
            CustomerServiceSettings.newBuilder()
                .setEndpoint(endpoint)
                .setCredentialsProvider(FixedCredentialsProvider.create(credentials))
                .setTransportChannelProvider(channels)
                .setHeaderProvider(FixedHeaderProvider.create(headers))
                .build());
  }

  List<String> accessible() {
    return List.copyOf(
        customers
            .listAccessibleCustomersCallable()
            .call(ListAccessibleCustomersRequest.getDefaultInstance(), ONCE)
            .getResourceNamesList());
  }

  List<GoogleAdsRow> stream(String customerId, String query) {
    List<GoogleAdsRow> rows = new ArrayList<>();
    stream(customerId, query, rows);
    return rows;
  }

  void stream(String customerId, String query, List<GoogleAdsRow> into) {
    stream(customerId, query, into, PATIENCE);
  }

  void stream(String customerId, String query, List<GoogleAdsRow> into, Duration patience) {
    ads.searchStreamCallable()
        .call(
            SearchGoogleAdsStreamRequest.newBuilder()
                .setCustomerId(customerId)
                .setQuery(query)
                .build(),
            ONCE.withTimeoutDuration(patience))
        .forEach(response -> into.addAll(response.getResultsList()));
  }

  @Override
  public void close() {
    ads.close();
    customers.close();
  }
}
