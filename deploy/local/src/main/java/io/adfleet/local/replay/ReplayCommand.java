package io.adfleet.local.replay;

import io.adfleet.contracts.Topic;
import io.adfleet.local.Trouble;
import io.adfleet.local.parts.KafkaClients;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * {@code replay TOPIC=}: the dead letters of a topic go back to it. On the broker that the
 * environment describes as it does to the services, else on that of the fleet here.
 */
public final class ReplayCommand {

  private static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";
  private static final String LETTERS = ".dlq";

  private final Map<String, String> environment;
  private final PrintStream out;

  public ReplayCommand(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  /** Whether the environment says which broker. */
  public static boolean saysWhere(Map<String, String> environment) {
    return !environment.getOrDefault(BROKERS, "").isBlank();
  }

  /** On the broker of the environment. */
  public void run() {
    run(environment.getOrDefault("ADFLEET_TOPICS_PREFIX", "").strip(), Map.of());
  }

  /** On a broker of this machine. */
  public void run(String bootstrap) {
    run("", Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  private void run(String prefix, Map<String, Object> broker) {
    Topic topic = topic(environment.getOrDefault("TOPIC", "").strip());
    Map<String, Object> reading =
        new HashMap<>(KafkaClients.settings(environment, ConsumerConfig.configNames()));
    Map<String, Object> writing =
        new HashMap<>(KafkaClients.settings(environment, ProducerConfig.configNames()));
    reading.putAll(broker);
    writing.putAll(broker);
    DeadLetters letters =
        new DeadLetters(
            prefix + topic.deadLetterName(), prefix + "adfleet-replay", reading, writing);
    try {
      int said = letters.replay();
      out.println(
          said == 0
              ? "There is no dead letter of " + topic.topicName() + " that was not replayed."
              : "replayed " + said + " dead letters of " + topic.topicName());
    } catch (ExecutionException e) {
      throw new Trouble(
          "The dead letters cannot be said again: %s; those that were not yet are still there."
              .formatted(e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while replaying.", e);
    }
  }

  static Topic topic(String name) {
    String wanted =
        name.endsWith(LETTERS) ? name.substring(0, name.length() - LETTERS.length()) : name;
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.used() && topic.topicName().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new Trouble(
                (name.isEmpty()
                        ? "Say which topic with TOPIC="
                        : "There is no topic '" + name + "'")
                    + "; docs/topics.md lists them, e.g. "
                    + Topic.READINGS.topicName()
                    + "."));
  }
}
