package io.adfleet.sandbox;

import io.adfleet.sandbox.control.ControlRoutes;
import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.google.GrpcDoor;
import io.adfleet.sandbox.meta.MetaRoutes;
import io.adfleet.sandbox.meta.login.Login;
import io.adfleet.sandbox.meta.login.MetaGrants;
import io.adfleet.sandbox.oauth.Ask;
import io.adfleet.sandbox.oauth.Codes;
import io.adfleet.sandbox.oauth.ConsentRoutes;
import io.adfleet.sandbox.oauth.Grants;
import io.adfleet.sandbox.oauth.TokenRoutes;
import io.adfleet.sandbox.page.PageRoutes;
import io.adfleet.sandbox.page.Thumbnails;
import io.adfleet.sandbox.truth.Calls;
import io.adfleet.sandbox.truth.TruthRoutes;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.PortTakenException;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.WorldException;
import io.adfleet.sandbox.world.WorldFolder;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A running sandbox: the platforms of one world on two ports, until it is closed. */
public final class Sandbox implements AutoCloseable {

  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("io.grpc"), Logger.getLogger("sun.net.httpserver"));

  private final HttpDoor http;
  private final GrpcDoor grpc;

  private Sandbox(HttpDoor http, GrpcDoor grpc) {
    this.http = http;
    this.grpc = grpc;
  }

  /** Runs until it is stopped; what keeps it from running is one sentence and exit code 1. */
  public static void main(String[] arguments) {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    try {
      SandboxConfig config = SandboxConfig.of(arguments, System.getenv());
      new WorldFolder(config.world())
          .unread()
          .forEach(file -> System.err.println("warning: no one reads " + file + " of the world."));
      Sandbox sandbox = start(config);
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
      System.out.println(
          "sandbox ready http=" + sandbox.httpPort() + " grpc=" + sandbox.grpcPort());
    } catch (WorldException | PortTakenException | SandboxConfig.InvalidException refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage() + ": " + e.getCause().getMessage() + ".");
      System.exit(1);
    }
  }

  /** Starts a sandbox in this process. */
  public static Sandbox start(SandboxConfig config) {
    SandboxConfig.Tls tls = config.tls();
    if (tls == null) {
      LoopbackCertificate made =
          LoopbackCertificate.create(config.data().resolve("tls"), config.clock());
      tls = new SandboxConfig.Tls(made.certificate(), made.key());
    } else if (!Files.isReadable(tls.certificate()) || !Files.isReadable(tls.key())) {
      throw new SandboxConfig.InvalidException(
          "TLS_CERT or TLS_KEY cannot be read: " + tls.certificate() + ", " + tls.key() + ".");
    }
    HttpDoor http = new HttpDoor(config.host(), config.httpPort());
    try {
      Controls controls =
          Controls.open(
              new WorldFolder(config.world(), http.address()), config.data(), config.clock());
      Grants grants = new Grants(config.data(), config.clock());
      MetaGrants metaGrants = new MetaGrants(config.data(), config.clock());
      Faults faults = new Faults(controls, config.clock());
      Calls calls = new Calls();
      GrpcDoor grpc =
          new GrpcDoor(
              new InetSocketAddress(config.host(), config.grpcPort()),
              tls.certificate(),
              tls.key(),
              controls,
              grants,
              faults,
              calls);
      http.on("GET", "/health", request -> Answer.json(200, Map.of("status", "UP")));
      Codes<Ask> codes = new Codes<>("4/0A", config.clock());
      new ConsentRoutes(controls.world(), config.client(), codes, faults).addTo(http);
      new TokenRoutes(config.client(), codes, grants, calls).addTo(http);
      Login login =
          new Login(controls.world(), config.metaApp(), metaGrants, faults, config.clock());
      new MetaRoutes(controls, login, faults, calls, config.clock()).addTo(http);
      new TruthRoutes(controls, calls).addTo(http);
      new ControlRoutes(
              controls,
              faults,
              config.clock(),
              Map.of(Platform.GOOGLE, grants::revokeAll, Platform.META, metaGrants::endAll))
          .addTo(http);
      new PageRoutes(controls, faults).addTo(http);
      new Thumbnails().addTo(http);
      http.open();
      return new Sandbox(http, grpc);
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  /** The port of consent, tokens, truth and control. */
  public int httpPort() {
    return http.port();
  }

  /** The port of Google Ads. */
  public int grpcPort() {
    return grpc.port();
  }

  @Override
  public void close() {
    http.close();
    grpc.close();
  }
}
