package io.adfleet.testing;

import io.adfleet.contracts.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * A service's world in a test: its own database with roles and migrations, its own topics, and the
 * keys its tokens are verified by. The argument {@code database} names the service's database,
 * {@code migrations} their folder if it is not the usual one.
 */
public class RealParts implements QuarkusTestResourceLifecycleManager {

  private static @Nullable RealParts current;

  private String service = "";
  private String migrations = "src/main/resources/db/migration";
  private String prefix = "";
  private @Nullable TestDatabase database;
  private @Nullable Parts parts;

  /** The parts of the application under test. */
  public static RealParts current() {
    if (current == null) {
      throw new IllegalStateException("no test runs with real parts");
    }
    return current;
  }

  @Override
  public void init(Map<String, String> args) {
    service = args.get("database");
    migrations = args.getOrDefault("migrations", migrations);
  }

  @Override
  public Map<String, String> start() {
    parts = Parts.get();
    prefix = service.replace('_', '-') + "-" + UUID.randomUUID().toString().substring(0, 8) + ".";
    database =
        TestDatabase.create(parts.postgresPort(), service, Path.of(migrations).toAbsolutePath());
    createTopics();
    current = this;
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.reactive.url", database.reactiveUrl());
    config.put("quarkus.datasource.feed.reactive.url", database.reactiveUrl());
    config.put("kafka.bootstrap.servers", parts.kafka());
    config.put("adfleet.topics.prefix", prefix);
    // a test waits for committed offsets; five seconds a commit would be most of its time
    config.put("mp.messaging.connector.smallrye-kafka.auto.commit.interval.ms", "100");
    config.put("adfleet.gateway.jwks-url", Tokens.jwksUrl());
    config.put("adfleet.keycloak.jwks-url", Tokens.jwksUrl());
    config.put("adfleet.keycloak.issuer", Tokens.KEYCLOAK_ISSUER);
    return config;
  }

  private void createTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      List<NewTopic> topics = new ArrayList<>();
      for (Topic topic : Topic.values()) {
        if (topic.used()) {
          topics.add(
              new NewTopic(prefix + topic.topicName(), topic.partitions(), (short) 1)
                  .configs(topic.config()));
          topics.add(new NewTopic(prefix + topic.deadLetterName(), 1, (short) 1));
        }
      }
      admin.createTopics(topics).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics could not be made", e);
    }
  }

  public String bootstrapServers() {
    return parts().kafka();
  }

  /** What stands before every topic's name. */
  public String topicPrefix() {
    return prefix;
  }

  /** A connection as the owner, the app or the feed role, or as superuser {@code postgres}. */
  public Connection connect(String role) {
    if (database == null) {
      throw new IllegalStateException("not started");
    }
    try {
      return DriverManager.getConnection(
          database.jdbcUrl(),
          role.equals("postgres") ? role : service + "_" + role,
          TestDatabase.PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException("no connection as " + role, e);
    }
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("not started");
    }
    return parts;
  }

  @Override
  public void stop() {
    // the parts outlive the test: they belong to the build, or end with this process
  }
}
