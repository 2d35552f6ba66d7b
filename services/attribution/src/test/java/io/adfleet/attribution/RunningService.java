package io.adfleet.attribution;

import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** The service with its real database and broker, and a limit that a test can reach. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "attribution"))
@WithTestResource(RunningService.Settings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunningService {

  /** What differs from the usual. */
  class Settings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      return Map.of("adfleet.attribution.pixel.events-per-minute", "12000");
    }

    @Override
    public void stop() {}
  }
}
