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
import org.apache.kafka.common.config.ConfigResource;

/** Creates the topics that the contracts list, and keeps their settings as listed there. */
public final class Topics {

  private static final short REPLICAS = 1;

  private Topics() {}

  /** Every topic this release uses and the one for what its consumers cannot handle. */
  public static void create(Kafka kafka) {
    try (Admin admin = kafka.admin()) {
      create(admin);
    }
  }

  /** The same on a broker that somebody else started; the caller closes the client. */
  public static void create(Admin admin) {
    List<Topic> used = Arrays.stream(Topic.values()).filter(Topic::used).toList();
    try {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>();
      for (Topic topic : used) {
        missing.add(
            new NewTopic(topic.topicName(), topic.partitions(), REPLICAS).configs(topic.config()));
        missing.add(new NewTopic(topic.deadLetterName(), 1, REPLICAS));
      }
      missing.removeIf(topic -> there.contains(topic.name()));
      admin.createTopics(missing).all().get();
      admin
          .incrementalAlterConfigs(
              used.stream()
                  .filter(topic -> there.contains(topic.topicName()))
                  .collect(Collectors.toMap(Topics::resource, Topics::settings)))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new Trouble("The topics cannot be created: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while creating the topics.", e);
    }
  }

  private static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
  }

  private static java.util.Collection<AlterConfigOp> settings(Topic topic) {
    return topic.config().entrySet().stream().map(Topics::set).toList();
  }

  private static AlterConfigOp set(Map.Entry<String, String> setting) {
    return new AlterConfigOp(
        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET);
  }
}
