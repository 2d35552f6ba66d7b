package io.adfleet.local.services;

import io.adfleet.local.Trouble;
import io.adfleet.local.parts.Certificate;
import io.adfleet.local.parts.Sandbox;
import io.adfleet.local.process.ClassArchive;
import io.adfleet.local.process.Http;
import io.adfleet.local.process.Jvm;
import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Program;
import io.adfleet.local.process.Readiness;
import io.adfleet.local.process.Unit;
import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One service as a process of this machine. */
public final class Service implements Unit {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ServiceKind kind;
  private final Settings settings;

  public Service(ServiceKind kind, Settings settings) {
    this.kind = kind;
    this.settings = settings;
  }

  /** All of them, in the order in which they start. */
  public static List<Service> all(Settings settings) {
    return ServiceKind.all().stream().map(kind -> new Service(kind, settings)).toList();
  }

  public ServiceKind kind() {
    return kind;
  }

  @Override
  public String name() {
    return kind.serviceName();
  }

  @Override
  public List<Port> ports() {
    return List.of(
        new Port(kind.port(settings.ports()), name()),
        new Port(kind.managementPort(settings.ports()), name() + " management"));
  }

  @Override
  public String expectation() {
    return "usually 4 s";
  }

  @Override
  public Path log() {
    return settings.log(name());
  }

  @Override
  public boolean isReady() {
    String health = Ports.http(kind.managementPort(settings.ports())) + "/q/health";
    return Http.isOk(health + "/ready") && Http.isOk(health + "/started");
  }

  @Override
  public void start(Processes processes) {
    Path application =
        settings.folders().root().resolve("services").resolve(name()).resolve("target/quarkus-app");
    Path jar = application.resolve("quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new Trouble(name() + " is not built: run make build.");
    }
    Path archive = ClassArchive.of(application.getParent(), name(), application);
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    command.addAll(
        kind.answersPeople()
            ? Jvm.optimizing(kind.heapMegabytes(), archive)
            : Jvm.options(kind.heapMegabytes(), archive));
    command.addAll(trust());
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.addAll(List.of("-jar", jar.toString()));
    Program program =
        new Program(
            name(),
            command,
            new ServiceEnvironment(settings).of(kind),
            log(),
            "TERM",
            Duration.ofSeconds(30));
    ProcessHandle handle = processes.start(program);
    try {
      Readiness.await(processes, name(), handle, PATIENCE, this::isReady);
    } catch (Trouble late) {
      ClassArchive.forget(archive);
      throw late;
    }
  }

  /** Those that talk to Google Ads believe the sandbox's certificate here. */
  private List<String> trust() {
    if (kind != ServiceKind.CONNECTIONS && kind != ServiceKind.INGEST_GOOGLE) {
      return List.of();
    }
    Certificate certificate = Sandbox.certificate(settings);
    return List.of(
        "-Djavax.net.ssl.trustStore=" + certificate.trustStore(),
        "-Djavax.net.ssl.trustStorePassword=" + certificate.password(),
        "-Djavax.net.ssl.trustStoreType=PKCS12");
  }
}
