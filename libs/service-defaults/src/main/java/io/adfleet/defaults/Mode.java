package io.adfleet.defaults;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Production unless {@code ADFLEET_MODE} says local. */
@ApplicationScoped
public class Mode {

  private final boolean production;

  Mode(@ConfigProperty(name = "adfleet.mode") String mode) {
    this.production =
        switch (mode) {
          case "production" -> true;
          case "local" -> false;
          default ->
              throw new StartRefused(
                  "ADFLEET_MODE is '" + mode + "'; it may be production or local.");
        };
  }

  public boolean production() {
    return production;
  }
}
