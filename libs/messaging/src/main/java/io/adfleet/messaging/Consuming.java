package io.adfleet.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The frame of a batch consumer: decode, put bad records aside, work on the rest, and try again
 * while the database or the broker is away, however long that is. The poll is acknowledged only
 * when all of it is done, so a restart meanwhile reads it again from the last commit.
 */
@ApplicationScoped
public class Consuming {

  private static final Logger LOG = Logger.getLogger(Consuming.class);

  private final DeadLetters deadLetters;
  private final Clock clock;
  private final Duration firstPause;
  private final Map<Object, Instant> failing = new ConcurrentHashMap<>();

  @Inject
  Consuming(DeadLetters deadLetters, Clock clock) {
    this(deadLetters, clock, Duration.ofMillis(200));
  }

  Consuming(DeadLetters deadLetters, Clock clock, Duration firstPause) {
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  /** Handles one poll; {@code work} must be repeatable. */
  public Uni<Void> poll(
      ConsumerRecords<String, byte[]> records,
      Map<String, ? extends Class<?>> types,
      Function<Decoded, Uni<Void>> work) {
    Decoded decoded = Incoming.decode(records, types);
    return retrying(() -> work.apply(decoded)).chain(() -> setAside(decoded));
  }

  /** Since when a poll has been failing, the oldest if several; empty if all goes well. */
  public Optional<Instant> failingSince() {
    return failing.values().stream().min(Comparator.naturalOrder());
  }

  private Uni<Void> setAside(Decoded decoded) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Decoded.Bad bad : decoded.bad()) {
      all = all.chain(() -> retrying(() -> deadLetters.send(bad.record(), bad.cause())));
    }
    return all;
  }

  private Uni<Void> retrying(Supplier<Uni<Void>> work) {
    Object poll = new Object();
    return Uni.createFrom()
        .<Void>deferred(work::get)
        .onFailure()
        .invoke(failure -> {
          failing.putIfAbsent(poll, clock.instant());
          LOG.warnf(failure, "A poll could not be handled, trying again");
        })
        .onFailure()
        .retry()
        .withBackOff(firstPause, firstPause.multipliedBy(25))
        .indefinitely()
        .onTermination()
        .invoke(() -> failing.remove(poll));
  }
}
