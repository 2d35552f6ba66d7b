package io.adfleet.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a request comes from, also behind proxies. */
@ApplicationScoped
public class ClientAddress {

  private final Proxies proxies;

  ClientAddress(
      @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean behindProxies,
      @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") List<String> trusted) {
    this.proxies = Proxies.of(behindProxies ? trusted : List.of());
  }

  /** The client's address; {@code unknown} where the connection is gone. */
  public String of(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    return peer == null
        ? "unknown"
        : proxies.client(
            String.valueOf(peer.hostAddress()), request.headers().getAll("X-Forwarded-For"));
  }
}
