package io.adfleet.local.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

  @Test
  void aSecuredBrokerIsReachedAsTheEnvironmentSays() {
    Map<String, String> environment =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
            "KAFKA_SASL_JAAS_CONFIG", "module required;",
            "KAFKA_SSL_TRUSTSTORE_LOCATION", "/tls/trust.p12",
            "KAFKA_SSL_TRUSTSTORE_PASSWORD", "",
            "KAFKA_HOME", "/opt/kafka");
    assertEquals(
        Map.of(
            "bootstrap.servers", "broker:9093",
            "security.protocol", "SASL_SSL",
            "sasl.mechanism", "SCRAM-SHA-512",
            "sasl.jaas.config", "module required;",
            "ssl.truststore.location", "/tls/trust.p12"),
        KafkaClients.settings(environment, AdminClientConfig.configNames()));
  }
}
