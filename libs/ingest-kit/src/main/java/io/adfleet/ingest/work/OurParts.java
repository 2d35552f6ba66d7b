package io.adfleet.ingest.work;

import io.adfleet.defaults.Outage;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.sqlclient.DatabaseException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells that our broker or database stands in the way from a fault in what was read. */
final class OurParts {

  private OurParts() {}

  /** Whether the failure, or what caused it, has nothing to do with what the platform said. */
  static boolean failed(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException
          || cause instanceof DatabaseException
          || (cause instanceof KafkaException && !isAboutARecord(cause))) {
        return true;
      }
    }
    return Outage.caused(failure);
  }

  private static boolean isAboutARecord(Throwable failure) {
    return failure instanceof RecordTooLargeException || failure instanceof SerializationException;
  }
}
