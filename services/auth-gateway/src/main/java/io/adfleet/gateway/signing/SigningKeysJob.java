package io.adfleet.gateway.signing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Every few minutes each replica learns the keys anew; one of them makes the next key in time. */
@ApplicationScoped
class SigningKeysJob {

  private final SigningKeys keys;

  SigningKeysJob(SigningKeys keys) {
    this.keys = keys;
  }

  @Scheduled(every = "5m", delayed = "1s")
  Uni<Void> renew() {
    return keys.renew().replaceWithVoid();
  }
}
