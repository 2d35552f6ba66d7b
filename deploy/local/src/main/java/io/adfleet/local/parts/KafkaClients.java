package io.adfleet.local.parts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How the environment tells a client of Kafka its settings, the same way as the services. */
public final class KafkaClients {

  private static final String BEGINNING = "KAFKA_";

  private KafkaClients() {}

  /**
   * Those of the settings that {@code KAFKA_…} variables say: {@code KAFKA_SECURITY_PROTOCOL} is
   * {@code security.protocol}.
   *
   * @param known the settings that this kind of client has
   */
  public static Map<String, Object> settings(Map<String, String> environment, Set<String> known) {
    Map<String, Object> settings = new HashMap<>();
    for (String setting : known) {
      String value = environment.getOrDefault(variable(setting), "");
      if (!value.isBlank()) {
        settings.put(setting, value);
      }
    }
    return settings;
  }

  /** The variable of a setting. */
  static String variable(String setting) {
    return BEGINNING + setting.replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
