package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.ClassArchive;
import io.adfleet.local.process.Http;
import io.adfleet.local.process.Jvm;
import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Program;
import io.adfleet.local.process.Readiness;
import io.adfleet.local.process.Unit;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ad platforms that the fleet talks to here. */
public final class Sandbox implements Unit {

  /** What users call it. */
  public static final String NAME = "sandbox";

  private static final String JAR = "libs/ad-sandbox/target/adfleet-ad-sandbox-0.1.0.jar";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Settings settings;
  private final World world;

  public Sandbox(Settings settings) {
    this.settings = settings;
    this.world = new World(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(
        new Port(settings.ports().sandbox(), NAME),
        new Port(settings.ports().sandboxGrpc(), "sandbox, Google Ads"));
  }

  @Override
  public String expectation() {
    return "usually 3 s";
  }

  @Override
  public Path log() {
    return settings.log(NAME);
  }

  @Override
  public void start(Processes processes) {
    world.ensure();
    Certificate certificate = certificate(settings);
    Map<String, String> environment = new HashMap<>();
    environment.put("WORLD", world.folder().toString());
    environment.put("DATA", Folders.create(settings.data(NAME)).toString());
    environment.put("PORT", Integer.toString(settings.ports().sandbox()));
    environment.put("GRPC_PORT", Integer.toString(settings.ports().sandboxGrpc()));
    environment.put("TLS_CERT", certificate.certificate().toString());
    environment.put("TLS_KEY", certificate.key().toString());
    environment.put("ADFLEET_MODE", "local");
    if (!settings.clockOffset().isZero()) {
      environment.put("ADFLEET_CLOCK_OFFSET", settings.clockOffset().toString());
    }
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    Path jars = settings.folders().root().resolve(JAR).getParent();
    command.addAll(Jvm.options(384, ClassArchive.of(jars, NAME, jars)));
    command.addAll(List.of("-cp", classPath(settings), "io.adfleet.sandbox.Sandbox"));
    ProcessHandle handle =
        processes.start(
            new Program(NAME, command, environment, log(), "TERM", Duration.ofSeconds(20)));
    Readiness.await(processes, NAME, handle, PATIENCE, this::isReady);
    world.accept();
  }

  @Override
  public boolean isReady() {
    return Http.isOk(Ports.http(settings.ports().sandbox()) + "/health");
  }

  /** What makes a service believe the sandbox. */
  public static Certificate certificate(Settings settings) {
    return Certificate.in(
        settings.data("tls"), settings.secrets().random("TRUST_STORE_PASSWORD", 16));
  }

  static String classPath(Settings settings) {
    Path jar = settings.folders().root().resolve(JAR);
    if (!Files.exists(jar)) {
      throw new Trouble("The sandbox is not built: run make build.");
    }
    return jar + ":" + jar.resolveSibling("lib") + "/*";
  }
}
