package io.adfleet.local.fleet;

import io.adfleet.local.Trouble;
import io.adfleet.local.parts.Certificate;
import io.adfleet.local.parts.DatabaseServer;
import io.adfleet.local.parts.Databases;
import io.adfleet.local.parts.KafkaClients;
import io.adfleet.local.parts.Keycloak;
import io.adfleet.local.parts.Topics;
import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.settings.Secrets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Prepares a PostgreSQL and a Kafka that somebody else started: roles, databases, migrations and
 * topics, and the sandbox's certificate where a folder for it is named. What is there already stays
 * as it is, so it may run before every start.
 */
public final class PrepareCommand {

  private final Path root;
  private final Map<String, String> environment;
  private final PrintStream out;

  public PrepareCommand(Path root, Map<String, String> environment, PrintStream out) {
    this.root = root;
    this.environment = environment;
    this.out = out;
  }

  /** Reads everything from the environment; a missing name is said. */
  public void run() {
    DatabaseServer server =
        new DatabaseServer(needed("POSTGRES_ADDRESS"), needed("POSTGRES_PASSWORD"));
    Databases databases = new Databases(server, role -> needed(Secrets.passwordName(role)));
    databases.createOwned(Keycloak.DATABASE);
    databases.prepare(databases(root));
    out.println("roles, databases and migrations are there");
    needed("KAFKA_BOOTSTRAP_SERVERS");
    try (Admin admin =
        Admin.create(KafkaClients.settings(environment, AdminClientConfig.configNames()))) {
      Topics.create(admin, environment.getOrDefault("ADFLEET_TOPICS_PREFIX", "").strip());
    }
    out.println("topics are there");
    String folder = environment.getOrDefault("TLS_FOLDER", "");
    if (!folder.isBlank()) {
      Certificate.in(Path.of(folder), needed("TRUST_STORE_PASSWORD"));
      out.println("the sandbox's certificate is there");
    }
  }

  /** Every service's database with the migrations of this clone. */
  static List<Databases.Database> databases(Path root) {
    return Arrays.stream(ServiceKind.values())
        .map(kind ->
            new Databases.Database(
                kind.database(),
                root.resolve("services")
                    .resolve(kind.serviceName())
                    .resolve("src/main/resources/db/migration")))
        .toList();
  }

  private String needed(String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new Trouble(name + " is not set; docker-compose.yml shows everything prepare needs.");
    }
    return value;
  }
}
