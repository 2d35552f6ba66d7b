package io.adfleet.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The frame of a batch consumer: decode, put bad records aside, work on the rest, and try again
 * while the database or the broker is away. The poll is acknowledged only when all of it is done;
 * when it can't be done for {@code adfleet.messaging.retry-for} the channel fails, liveness goes
 * down, and a restart re-reads from the last commit.
 */
@ApplicationScoped
public class Consuming {

  private static final Logger LOG = Logger.getLogger(Consuming.class);

  private final DeadLetters deadLetters;
  private final Duration retryFor;

  Consuming(
      DeadLetters deadLetters,
      @ConfigProperty(name = "adfleet.messaging.retry-for", defaultValue = "PT10M")
          Duration retryFor) {
    this.deadLetters = deadLetters;
    this.retryFor = retryFor;
  }

  /** Handles one poll; {@code work} must be repeatable. */
  public Uni<Void> poll(
      ConsumerRecords<String, byte[]> records,
      Map<String, ? extends Class<?>> types,
      Function<Decoded, Uni<Void>> work) {
    Decoded decoded = Incoming.decode(records, types);
    return retrying(() -> work.apply(decoded)).chain(() -> setAside(decoded));
  }

  private Uni<Void> setAside(Decoded decoded) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Decoded.Bad bad : decoded.bad()) {
      all = all.chain(() -> retrying(() -> deadLetters.send(bad.record(), bad.cause())));
    }
    return all;
  }

  private Uni<Void> retrying(Supplier<Uni<Void>> work) {
    return Uni.createFrom()
        .<Void>deferred(work::get)
        .onFailure()
        .invoke(failure -> LOG.warnf(failure, "A poll could not be handled, trying again"))
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .expireIn(retryFor.toMillis());
  }
}
