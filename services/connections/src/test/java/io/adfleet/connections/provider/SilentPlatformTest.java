package io.adfleet.connections.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.testing.SilentServer;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A platform that sends its headers and then nothing more. */
@Timeout(20)
class SilentPlatformTest {

  private SilentServer server;
  private ConnectionsConfig config;

  @BeforeEach
  void serve() throws IOException {
    server = SilentServer.start();
    config = config(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void googlesTokenDoorIsLeftAfterTheDeadline() {
    isUnavailable(() -> new GoogleTokens(config.google(), Clock.systemUTC()).refresh("token"));
  }

  @Test
  void metasGraphIsLeftAfterTheDeadline() {
    isUnavailable(() -> new MetaGraph(config.meta()).get("me", "token", Map.of()));
  }

  private static void isUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PlatformRefusal.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(PlatformRefusal.Kind.UNAVAILABLE));
  }

  private static ConnectionsConfig config(String base) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ConnectionsConfig.class)
            .withDefaultValue("adfleet.connections.public-url", base)
            .withDefaultValue("adfleet.connections.google.authorize-url", base)
            .withDefaultValue("adfleet.connections.google.token-url", base)
            .withDefaultValue("adfleet.connections.google.revoke-url", base)
            .withDefaultValue("adfleet.connections.google.endpoint", "127.0.0.1:1")
            .withDefaultValue("adfleet.connections.google.answer-timeout", "PT2S")
            .withDefaultValue("adfleet.connections.meta.dialog-url", base)
            .withDefaultValue("adfleet.connections.meta.graph-url", base)
            .withDefaultValue("adfleet.connections.meta.answer-timeout", "PT2S")
            .build();
    return config.getConfigMapping(ConnectionsConfig.class);
  }
}
