package io.adfleet.local.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No engine is needed to see what the containers would be told. */
class ContainerPartsTest {

  @Test
  void theDatabaseIsToldWhatTheBinariesAreTold() {
    try (var postgres = ContainerParts.postgres(false)) {
      assertEquals("postgres", postgres.getUsername());
      List<String> command = List.of(postgres.getCommandParts());
      assertEquals("postgres", command.getFirst());
      assertTrue(
          command.containsAll(List.of("max_connections=200", "fsync=off")), command::toString);
      assertEquals("trust", postgres.getEnvMap().get("POSTGRES_HOST_AUTH_METHOD"));
    }
    try (var postgres = ContainerParts.postgres(true)) {
      assertTrue(List.of(postgres.getCommandParts()).contains("fsync=on"));
    }
  }

  @Test
  void theBrokerIsToldWhatTheBinariesAreTold() {
    try (var kafka = ContainerParts.kafka()) {
      Map<String, String> told = kafka.getEnvMap();
      assertEquals("false", told.get("KAFKA_AUTO_CREATE_TOPICS_ENABLE"));
      assertEquals("1000", told.get("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS"));
      assertEquals("1", told.get("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR"));
    }
  }
}
