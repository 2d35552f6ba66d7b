package io.adfleet.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSenderTest {

  private static final Map<String, Object> BROKER =
      Map.of(
          "bootstrap.servers",
          "broker:9093",
          "security.protocol",
          "SASL_SSL",
          "sasl.jaas.config",
          "module required;",
          "ssl.truststore.location",
          "/tls/trust.p12",
          "group.id",
          "snapshot-store",
          "acks",
          "1",
          "enable.idempotence",
          "false");

  @Test
  void theProducerIsToldHowToReachASecuredBroker() {
    Map<String, Object> settings = KafkaSender.settings(BROKER, "snapshot-store");
    assertEquals("broker:9093", settings.get("bootstrap.servers"));
    assertEquals("SASL_SSL", settings.get("security.protocol"));
    assertEquals("module required;", settings.get("sasl.jaas.config"));
    assertEquals("/tls/trust.p12", settings.get("ssl.truststore.location"));
  }

  @Test
  void whatConsumersAreToldAndWeakerDeliveryDoNotReachIt() {
    Map<String, Object> settings = KafkaSender.settings(BROKER, "snapshot-store");
    assertFalse(settings.containsKey("group.id"));
    assertEquals("all", settings.get("acks"));
    assertEquals(true, settings.get("enable.idempotence"));
  }
}
