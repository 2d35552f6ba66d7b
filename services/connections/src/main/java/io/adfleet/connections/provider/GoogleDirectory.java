package io.adfleet.connections.provider;

import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.resources.CustomerClient;
import com.google.ads.googleads.v23.services.CustomerServiceGrpc;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.GoogleAdsServiceGrpc;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamResponse;
import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.connections.provider.FoundAccount.Access;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The accounts a consent reaches: the accessible roots, and under each the tree of its clients. An
 * account reached in several ways is listed once.
 */
final class GoogleDirectory implements AutoCloseable {

  private static final String TREE =
      """
      SELECT customer_client.id, customer_client.level, customer_client.manager,
        customer_client.descriptive_name, customer_client.currency_code,
        customer_client.time_zone, customer_client.status
      FROM customer_client
      """;
  private static final String CHILDREN =
      "SELECT customer_client.id FROM customer_client WHERE customer_client.level = 1";
  private static final Duration CALL = Duration.ofSeconds(20);
  private static final Duration TOTAL = Duration.ofSeconds(60);

  private final ManagedChannel channel;
  private final String developerToken;

  GoogleDirectory(ConnectionsConfig.Google google) {
    this.developerToken = google.developerToken().orElse("");
    this.channel =
        NettyChannelBuilder.forTarget(google.endpoint())
            .withOption(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) google.connectTimeout().toMillis())
            .maxInboundMessageSize(64 << 20)
            .maxInboundMetadataSize(16 << 20)
            .build();
  }

  List<FoundAccount> accounts(String accessToken) {
    long end = System.nanoTime() + TOTAL.toNanos();
    List<String> roots = roots(accessToken, end);
    Map<String, Placed> found = new LinkedHashMap<>();
    for (String root : roots) {
      for (Placed placed : tree(accessToken, root, end)) {
        found.merge(placed.account().externalId(), placed, Placed::better);
      }
    }
    return found.values().stream().map(Placed::account).toList();
  }

  private List<String> roots(String accessToken, long end) {
    try {
      return with(CustomerServiceGrpc.newBlockingStub(channel), accessToken, null, null, end)
          .listAccessibleCustomers(ListAccessibleCustomersRequest.getDefaultInstance())
          .getResourceNamesList()
          .stream()
          .map(name -> name.substring(name.indexOf('/') + 1))
          .toList();
    } catch (StatusRuntimeException e) {
      throw GoogleRefusals.refusal(e);
    }
  }

  private List<Placed> tree(String accessToken, String root, long end) {
    try {
      return place(root, clients(accessToken, root, root, TREE, end), accessToken, end);
    } catch (StatusRuntimeException e) {
      Access access = GoogleRefusals.accessOf(e);
      if (access == null) {
        throw GoogleRefusals.refusal(e);
      }
      return List.of(
          new Placed(new FoundAccount(root, null, root, null, null, null, false, access), 0));
    }
  }

  private List<CustomerClient> clients(
      String accessToken, String of, String root, String query, long end) {
    Iterator<SearchGoogleAdsStreamResponse> answers =
        with(GoogleAdsServiceGrpc.newBlockingStub(channel), accessToken, of, root, end)
            .searchStream(
                SearchGoogleAdsStreamRequest.newBuilder()
                    .setCustomerId(of)
                    .setQuery(query)
                    .build());
    List<CustomerClient> clients = new ArrayList<>();
    while (answers.hasNext()) {
      for (GoogleAdsRow row : answers.next().getResultsList()) {
        clients.add(row.getCustomerClient());
      }
    }
    return clients;
  }

  /** Google lists the tree flat, with levels; a manager below the root is asked for its own. */
  private List<Placed> place(
      String root, List<CustomerClient> clients, String accessToken, long end) {
    Map<String, String> parents = new HashMap<>();
    for (CustomerClient client : clients) {
      if (client.getManager() && client.getLevel() > 0) {
        String manager = Long.toString(client.getId());
        for (CustomerClient child : children(accessToken, manager, root, end)) {
          parents.put(Long.toString(child.getId()), manager);
        }
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (CustomerClient client : clients) {
      String id = Long.toString(client.getId());
      placed.add(
          new Placed(
              new FoundAccount(
                  id,
                  client.getLevel() == 0 ? null : parents.getOrDefault(id, root),
                  root,
                  orNull(client.getDescriptiveName()),
                  orNull(client.getCurrencyCode()),
                  orNull(client.getTimeZone()),
                  client.getManager(),
                  access(client.getStatus())),
              client.getLevel()));
    }
    return placed;
  }

  /** None of a manager that is switched off: what is below it stays below the root. */
  private List<CustomerClient> children(String accessToken, String manager, String root, long end) {
    try {
      return clients(accessToken, manager, root, CHILDREN, end);
    } catch (StatusRuntimeException e) {
      if (GoogleRefusals.accessOf(e) == null) {
        throw e;
      }
      return List.of();
    }
  }

  private static Access access(CustomerStatus status) {
    return switch (status) {
      case CANCELED, SUSPENDED, CLOSED -> Access.DISABLED;
      default -> Access.ENABLED;
    };
  }

  private <S extends AbstractStub<S>> S with(
      S stub, String accessToken, @Nullable String of, @Nullable String root, long end) {
    Metadata headers = new Metadata();
    put(headers, "authorization", "Bearer " + accessToken);
    put(headers, "developer-token", developerToken);
    if (of != null && root != null) {
      put(headers, "login-customer-id", root);
      put(headers, "x-goog-request-params", "customer_id=" + of);
    }
    long left = Math.max(1, Math.min(CALL.toNanos(), end - System.nanoTime()));
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .withDeadlineAfter(left, TimeUnit.NANOSECONDS);
  }

  private static void put(Metadata headers, String name, String value) {
    headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  /** An account and how far below its root it stands. */
  private record Placed(FoundAccount account, long level) {

    boolean enabled() {
      return account.access() == Access.ENABLED;
    }

    /** Of two ways to one account the open one, then the one through a manager. */
    Placed better(Placed other) {
      if (enabled() != other.enabled()) {
        return enabled() ? this : other;
      }
      return level == 0 && other.level > 0 ? other : this;
    }
  }
}
