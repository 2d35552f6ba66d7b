package io.adfleet.connections;

import io.adfleet.sandbox.LoopbackCertificate;
import io.adfleet.sandbox.Sandbox;
import io.adfleet.sandbox.SandboxConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The platforms as the sandbox speaks them, in this process; Google over TLS it trusts. */
public class SandboxParts implements QuarkusTestResourceLifecycleManager {

  private static Sandbox sandbox;

  static String http() {
    return "http://127.0.0.1:" + sandbox.httpPort();
  }

  @Override
  public Map<String, String> start() {
    Path data = folder();
    LoopbackCertificate certificate = LoopbackCertificate.create(data.resolve("tls"));
    System.setProperty("javax.net.ssl.trustStore", certificate.trustStore().toString());
    System.setProperty("javax.net.ssl.trustStorePassword", LoopbackCertificate.PASSWORD);
    sandbox =
        Sandbox.start(
            new SandboxConfig(
                Path.of("src/test/resources/worlds/agency").toAbsolutePath(),
                data,
                "127.0.0.1",
                0,
                0,
                new SandboxConfig.Tls(certificate.certificate(), certificate.key()),
                SandboxConfig.LOCAL_CLIENT,
                Clock.systemUTC()));
    Map<String, String> config = new HashMap<>();
    config.put("adfleet.connections.public-url", "http://fleet.test");
    config.put("adfleet.connections.google.client-id", "adfleet-local");
    config.put("adfleet.connections.google.client-secret", "adfleet-local-secret");
    config.put("adfleet.connections.google.authorize-url", http() + "/o/oauth2/v2/auth");
    config.put("adfleet.connections.google.token-url", http() + "/token");
    config.put("adfleet.connections.google.revoke-url", http() + "/revoke");
    config.put("adfleet.connections.google.endpoint", "127.0.0.1:" + sandbox.grpcPort());
    config.put("adfleet.connections.meta.app-id", "adfleet-local");
    config.put("adfleet.connections.meta.app-secret", "adfleet-local-secret");
    config.put("adfleet.connections.meta.dialog-url", http() + "/v24.0/dialog/oauth");
    config.put("adfleet.connections.meta.graph-url", http());
    config.put("adfleet.connections.schedule.every", "off");
    config.put("adfleet.connections.schedule.batch", "2");
    return config;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("adfleet-sandbox");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
