package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import java.util.Map;

/** Parts that whoever runs the tests has started and will end. */
record GivenParts(int postgresPort, String kafkaBootstrap) implements RunningParts {

  static final String POSTGRES_PORT = "ADFLEET_PARTS_POSTGRES_PORT";
  static final String KAFKA = "ADFLEET_PARTS_KAFKA";

  static GivenParts of(Map<String, String> environment) {
    String port = environment.getOrDefault(POSTGRES_PORT, "");
    try {
      return new GivenParts(Integer.parseInt(port.strip()), environment.get(KAFKA).strip());
    } catch (NumberFormatException e) {
      throw new Trouble(POSTGRES_PORT + "=" + port + " is not a port; write a number.", e);
    }
  }

  @Override
  public void close() {
    // They belong to somebody else.
  }
}
