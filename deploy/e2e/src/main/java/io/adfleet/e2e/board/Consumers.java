package io.adfleet.e2e.board;

import io.adfleet.contracts.Topic;
import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far dashboard-query has heard. */
final class Consumers implements AutoCloseable {

  private static final Map<String, Topic> GROUPS =
      Map.of(
          "dashboard-query-accounts", Topic.ACCOUNTS,
          "dashboard-query-entities", Topic.ENTITIES,
          "dashboard-query-daily", Topic.DAILY,
          "dashboard-query-coverage", Topic.COVERAGE);

  private final Admin admin;

  Consumers(Fleet fleet) {
    this.admin = Admin.create(Map.of("bootstrap.servers", fleet.kafka()));
  }

  /** Records said and not yet acknowledged. */
  long behind() {
    try {
      long behind = 0;
      for (Map.Entry<String, Topic> group : GROUPS.entrySet()) {
        behind += behind(group.getKey(), group.getValue());
      }
      return behind;
    } catch (ExecutionException e) {
      throw new E2eException("Kafka does not say: " + e.getCause().getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted while asking Kafka.", e);
    }
  }

  private long behind(String group, Topic topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int p = 0; p < topic.partitions(); p++) {
      latest.put(new TopicPartition(topic.topicName(), p), OffsetSpec.latest());
    }
    var ends = admin.listOffsets(latest).all().get();
    Map<TopicPartition, OffsetAndMetadata> done =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long behind = 0;
    for (var end : ends.entrySet()) {
      OffsetAndMetadata acknowledged = done.get(end.getKey());
      behind += end.getValue().offset() - (acknowledged == null ? 0 : acknowledged.offset());
    }
    return behind;
  }

  @Override
  public void close() {
    admin.close();
  }
}
