package io.adfleet.local.parts;

import io.adfleet.contracts.Topic;
import io.adfleet.local.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that the contracts list, and keeps their settings as listed there. */
public final class Topics {

  private static final short REPLICAS = 1;

  private Topics() {}

  /** Every topic this release uses and the one for what its consumers cannot handle. */
  public static void create(Kafka kafka) {
    try (Admin admin = kafka.admin()) {
      create(admin, "");
    }
  }

  /**
   * The same on a broker that somebody else started; the caller closes the client.
   *
   * @param prefix what stands before every name
   */
  public static void create(Admin admin, String prefix) {
    List<Topic> used = Arrays.stream(Topic.values()).filter(Topic::used).toList();
    try {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>();
      for (Topic topic : used) {
        missing.add(
            new NewTopic(prefix + topic.topicName(), topic.partitions(), REPLICAS)
                .configs(topic.config()));
        missing.add(new NewTopic(prefix + topic.deadLetterName(), 1, REPLICAS));
      }
      missing.removeIf(topic -> there.contains(topic.name()));
      for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
        awaitMade(made);
      }
      admin
          .incrementalAlterConfigs(
              used.stream()
                  .filter(topic -> there.contains(prefix + topic.topicName()))
                  .collect(Collectors.toMap(topic -> resource(prefix, topic), Topics::settings)))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new Trouble("The topics cannot be created: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while creating the topics.", e);
    }
  }

  /** A list may still lack what was made a moment ago, by this process or another. */
  private static void awaitMade(KafkaFuture<Void> made)
      throws ExecutionException, InterruptedException {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static ConfigResource resource(String prefix, Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, prefix + topic.topicName());
  }

  private static java.util.Collection<AlterConfigOp> settings(Topic topic) {
    return topic.config().entrySet().stream().map(Topics::set).toList();
  }

  private static AlterConfigOp set(Map.Entry<String, String> setting) {
    return new AlterConfigOp(
        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET);
  }
}
