package io.adfleet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final List<String> LOOPBACK = List.of("127.0.0.1");

  @Test
  void aClientBehindOurProxyCantPickTheAddressItIsCountedBy() {
    ClientAddress behind = new ClientAddress(true, LOOPBACK);
    for (String claim : List.of("198.51.100.1", "198.51.100.2", "127.0.0.1")) {
      assertThat(behind.of(asked("127.0.0.1", claim + ", 203.0.113.7"))).isEqualTo("203.0.113.7");
    }
    assertThat(behind.of(asked("203.0.113.8", "198.51.100.1"))).isEqualTo("203.0.113.8");
  }

  @Test
  void withoutProxiesTheConnectionSaysIt() {
    ClientAddress direct = new ClientAddress(false, LOOPBACK);
    assertThat(direct.of(asked("127.0.0.1", "198.51.100.1"))).isEqualTo("127.0.0.1");
    assertThat(direct.of(asked(null, "198.51.100.1"))).isEqualTo("unknown");
  }

  private static HttpServerRequest asked(@Nullable String peer, String forwardedFor) {
    SocketAddress address = peer == null ? null : SocketAddress.inetSocketAddress(4711, peer);
    HttpConnection connection =
        played(HttpConnection.class, Map.of("remoteAddress", () -> address));
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", forwardedFor);
    return played(
        HttpServerRequest.class, Map.of("connection", () -> connection, "headers", () -> headers));
  }

  private static <T> T played(Class<T> part, Map<String, Supplier<@Nullable Object>> answers) {
    return part.cast(
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {part},
            (proxy, method, arguments) -> answers.get(method.getName()).get()));
  }
}
