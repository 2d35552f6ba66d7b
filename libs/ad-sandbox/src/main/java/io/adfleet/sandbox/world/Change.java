package io.adfleet.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone edits an entity in the platform's own console. */
record Change(Instant at, Field field, String value, @Nullable Long micros) {

  enum Field {
    NAME,
    STATUS,
    DAILY_BUDGET
  }

  Entity applyTo(Entity entity) {
    return switch (field) {
      case NAME -> entity.named(value);
      case STATUS -> entity.in(value);
      case DAILY_BUDGET -> entity.spending(micros);
    };
  }
}
