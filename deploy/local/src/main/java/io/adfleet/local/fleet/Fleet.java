package io.adfleet.local.fleet;

import io.adfleet.local.Trouble;
import io.adfleet.local.parts.Databases;
import io.adfleet.local.parts.Kafka;
import io.adfleet.local.parts.Keycloak;
import io.adfleet.local.parts.Postgres;
import io.adfleet.local.parts.Sandbox;
import io.adfleet.local.process.ClassArchive;
import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Unit;
import io.adfleet.local.services.Service;
import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every unit of one fleet. */
public final class Fleet {

  private final Settings settings;
  private final Processes processes;
  private final Sandbox sandbox;
  private final Postgres postgres;
  private final Kafka kafka;
  private final Keycloak keycloak;
  private final List<Service> services;

  public Fleet(Settings settings) {
    this.settings = settings;
    this.processes = new Processes(settings.data("run"));
    this.sandbox = new Sandbox(settings);
    this.postgres = postgres(settings);
    this.kafka = kafka(settings);
    this.keycloak = new Keycloak(settings, postgres);
    this.services = Service.all(settings);
  }

  private static Postgres postgres(Settings settings) {
    return new Postgres(
        settings.folders().cache(),
        settings.data(Postgres.NAME),
        settings.log(Postgres.NAME),
        settings.ports().postgres(),
        settings.secrets().random("POSTGRES_PASSWORD", 16),
        true);
  }

  private static Kafka kafka(Settings settings) {
    Path launcher = Folders.jar().getParent();
    Path archive = ClassArchive.of(launcher, Kafka.NAME, launcher.resolve("lib"));
    return new Kafka(
        settings.data(Kafka.NAME),
        settings.log(Kafka.NAME),
        settings.ports().kafka(),
        settings.ports().kafkaController(),
        archive);
  }

  public Settings settings() {
    return settings;
  }

  public Processes processes() {
    return processes;
  }

  Postgres postgres() {
    return postgres;
  }

  Kafka kafka() {
    return kafka;
  }

  Keycloak keycloak() {
    return keycloak;
  }

  /** In the order in which they start. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>(List.of(sandbox, postgres, kafka, keycloak));
    units.addAll(services);
    return units;
  }

  public List<Service> services() {
    return services;
  }

  /** The unit a user named. */
  public Unit unit(String name) {
    String wanted = name.equals("gateway") ? ServiceKind.AUTH_GATEWAY.serviceName() : name;
    return units().stream()
        .filter(unit -> unit.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new Trouble(
                (name.isEmpty() ? "Say which one with S=" : "There is no '" + name + "'")
                    + "; there are "
                    + units().stream().map(Unit::name).collect(Collectors.joining(", "))
                    + "."));
  }

  /** Whether its process runs. */
  public boolean isRunning(Unit unit) {
    return processes.find(unit.name()).isPresent();
  }

  /** Running processes keep their ports; one started on others would not be found by them. */
  void refuseOtherPorts() {
    if (settings.portsDiffer() && !processes.names().isEmpty()) {
      throw new Trouble(
          "The fleet of %s runs on other ports than PORT=%d; leave PORT out, or make down first."
              .formatted(settings.folders().data(), settings.ports().base()));
    }
  }

  /** Roles, databases and schemas; PostgreSQL must answer. */
  void prepareDatabases() {
    Databases databases = new Databases(postgres.server(), settings.secrets()::role);
    databases.createOwned(Keycloak.DATABASE);
    databases.prepare(PrepareCommand.databases(settings.folders().root()));
  }
}
