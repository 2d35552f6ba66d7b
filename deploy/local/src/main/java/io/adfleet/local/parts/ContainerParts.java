package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The parts of a test run as containers, with the versions and settings that the binaries have.
 * Testcontainers ends them also when this process dies without closing them.
 */
public final class ContainerParts implements RunningParts {

  /** The image of that major version. */
  public static final String POSTGRES_IMAGE =
      "postgres:" + Versions.of("postgres").replaceFirst("\\..*", "");

  /** The image of the broker's version. */
  public static final String KAFKA_IMAGE = "apache/kafka:" + Versions.of("kafka");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  private final PostgreSQLContainer postgres;
  private final KafkaContainer kafka;

  private ContainerParts(PostgreSQLContainer postgres, KafkaContainer kafka) {
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /** Whether a Docker engine can be used here. */
  static boolean engineAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** Starts both at once. */
  static ContainerParts start(boolean durable) {
    ContainerParts parts = new ContainerParts(postgres(durable), kafka());
    try {
      Startables.deepStart(parts.postgres, parts.kafka).join();
      parts.refuseAnotherMachine();
      return parts;
    } catch (RuntimeException failed) {
      parts.close();
      throw failed instanceof Trouble ? failed : new Trouble(sentence(failed), failed);
    }
  }

  static PostgreSQLContainer postgres(boolean durable) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    Postgres.settings(durable)
        .forEach((name, value) -> {
          command.add("-c");
          command.add(name + "=" + value);
        });
    return new PostgreSQLContainer(POSTGRES_IMAGE)
        .withUsername(Postgres.SUPERUSER)
        .withDatabaseName("postgres")
        .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
        .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8")
        .withCommand(command.toArray(String[]::new));
  }

  static KafkaContainer kafka() {
    KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
    KafkaNode.brokerSettings()
        .forEach((name, value) -> container.withEnv(KafkaClients.variable(name), value));
    return container;
  }

  /** Databases and topics are reached by the loopback address. */
  private void refuseAnotherMachine() {
    if (!THIS_MACHINE.contains(postgres.getHost())) {
      throw new Trouble(
          "The Docker engine is on "
              + postgres.getHost()
              + "; the tests need one on this machine.");
    }
  }

  private static String sentence(Throwable failed) {
    Throwable cause = failed.getCause() instanceof ContainerLaunchException c ? c : failed;
    return "The containers of PostgreSQL and Kafka cannot be started: " + cause.getMessage() + ".";
  }

  @Override
  public int postgresPort() {
    return postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
  }

  @Override
  public String kafkaBootstrap() {
    return kafka.getBootstrapServers();
  }

  @Override
  public void close() {
    kafka.stop();
    postgres.stop();
  }
}
