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
import io.adfleet.local.settings.Memory;
import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Secrets;
import io.adfleet.local.settings.ServiceClient;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who people are: sign-in, and the passwords services show each other. */
public final class Keycloak implements Unit {

  /** What users call it. */
  public static final String NAME = "keycloak";

  /** Its database and the role that owns it. */
  public static final String DATABASE = "keycloak";

  private static final String REALM_URL = "keycloak.public-url";
  private static final String REALM_LOGOUT = "keycloak.logout-url";
  private static final String REALM_CLIENTS = "keycloak.clients";
  private static final String REALM_FILE = "adfleet-realm.json";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Settings settings;
  private final Postgres postgres;
  private final KeycloakHome programs;

  public Keycloak(Settings settings, Postgres postgres) {
    this.settings = settings;
    this.postgres = postgres;
    this.programs = KeycloakHome.in(settings.folders().cache());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(
        new Port(settings.ports().keycloak(), NAME),
        new Port(settings.ports().keycloakManagement(), "keycloak management"));
  }

  @Override
  public String expectation() {
    return settings.memory().get(REALM_URL).isPresent()
        ? "usually 10 s"
        : "the first time usually 40 s";
  }

  @Override
  public Path log() {
    return settings.log(NAME);
  }

  @Override
  public boolean isReady() {
    return Http.isOk(Ports.http(settings.ports().keycloakManagement()) + "/health/ready");
  }

  @Override
  public void start(Processes processes) {
    Path home = home();
    Path archive = ClassArchive.of(programs.folder(), NAME, programs.folder().resolve("lib"));
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    command.addAll(Jvm.options(384, archive));
    command.addAll(KeycloakHome.options(programs.folder(), home));
    command.addAll(arguments());
    ProcessHandle handle =
        processes.start(
            new Program(NAME, command, environment(), log(), "TERM", Duration.ofSeconds(60)));
    try {
      Readiness.await(processes, NAME, handle, PATIENCE, this::isReady);
    } catch (Trouble late) {
      ClassArchive.forget(archive);
      throw late;
    }
    rememberAddress();
    addClients();
  }

  private List<String> arguments() {
    Ports ports = settings.ports();
    return List.of(
        "start",
        "--optimized",
        "--import-realm",
        "--cache=local",
        "--http-enabled=true",
        "--hostname=" + Ports.http(ports.keycloak()),
        "--http-host=127.0.0.1",
        "--http-port=" + ports.keycloak(),
        "--http-management-port=" + ports.keycloakManagement(),
        "--log-level=info,io.smallrye.health:error",
        "--db-url=" + postgres.url(DATABASE),
        "--db-username=" + DATABASE);
  }

  private Map<String, String> environment() {
    Secrets secrets = settings.secrets();
    Map<String, String> told = new HashMap<>(realm());
    told.put("KC_DB_PASSWORD", secrets.role(DATABASE));
    told.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USER);
    told.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakAdmin.password(secrets));
    told.put("DEMO_PASSWORD", secrets.known("DEMO_PASSWORD", "demo-adfleet"));
    told.put("SECOND_PASSWORD", secrets.known("SECOND_PASSWORD", "second-adfleet"));
    return told;
  }

  /** What the realm file leaves open. */
  private Map<String, String> realm() {
    Secrets secrets = settings.secrets();
    Map<String, String> told = new HashMap<>();
    told.put("PUBLIC_URL", settings.publicUrl());
    told.put("GATEWAY_URL", settings.publicUrl());
    told.put("KEYCLOAK_CLIENT_SECRET", secrets.random("KEYCLOAK_CLIENT_SECRET", 24));
    for (ServiceClient client : ServiceClient.values()) {
      told.put(client.secretName(), client.secret(secrets));
    }
    return told;
  }

  /** A home of this data folder, so that fleets side by side share programs but nothing else. */
  private Path home() {
    Path home = Folders.create(settings.data(NAME));
    Path imported = Folders.create(home.resolve("data/import"));
    Path realm = settings.folders().root().resolve("deploy/keycloak");
    try {
      for (String shared : List.of("lib", "providers", "conf", "version.txt")) {
        link(home.resolve(shared), programs.folder().resolve(shared));
      }
      link(home.resolve("themes"), realm.resolve("themes"));
      for (String file : List.of(REALM_FILE, "local/adfleet-users-0.json")) {
        Path from = realm.resolve(file);
        Files.copy(from, imported.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      return home;
    } catch (IOException e) {
      throw new Trouble("Keycloak's home " + home + " cannot be prepared: " + e.getMessage(), e);
    }
  }

  private static void link(Path link, Path to) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, to);
  }

  /** The realm is imported once; when the fleet has moved to other ports it is told. */
  private void rememberAddress() {
    Memory memory = settings.memory();
    String now = settings.publicUrl();
    String logout = KeycloakAdmin.logoutUrl(now);
    boolean imported = memory.get(REALM_URL).isPresent();
    if (imported && !memory.get(REALM_LOGOUT).equals(Optional.of(logout))) {
      new KeycloakAdmin(settings).moveGateway(now);
    }
    memory.set(REALM_URL, now);
    memory.set(REALM_LOGOUT, logout);
  }

  /** The realm is imported once; a release with more services adds their clients to it. */
  private void addClients() {
    String known =
        Arrays.stream(ServiceClient.values()).map(Enum::name).collect(Collectors.joining(","));
    String before = settings.memory().get(REALM_CLIENTS).orElse("");
    if (!before.equals(known)) {
      new KeycloakAdmin(settings).addClients(realmFile());
      settings.memory().set(REALM_CLIENTS, known);
    }
  }

  /** The realm of this fleet: the file with what it leaves open filled in. */
  private String realmFile() {
    Path file = settings.folders().root().resolve("deploy/keycloak").resolve(REALM_FILE);
    try {
      String realm = Files.readString(file);
      for (Map.Entry<String, String> open : realm().entrySet()) {
        realm = realm.replace("${" + open.getKey() + "}", open.getValue());
      }
      return realm;
    } catch (IOException e) {
      throw new Trouble(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
