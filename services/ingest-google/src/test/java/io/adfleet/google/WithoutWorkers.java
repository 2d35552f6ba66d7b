package io.adfleet.google;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nobody reads: the test claims for itself. */
public class WithoutWorkers implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("adfleet.google.work.workers", "0");
  }
}
