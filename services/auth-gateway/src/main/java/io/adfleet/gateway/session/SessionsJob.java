package io.adfleet.gateway.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets sessions that have run out. */
@ApplicationScoped
class SessionsJob {

  private final Sessions sessions;

  SessionsJob(Sessions sessions) {
    this.sessions = sessions;
  }

  @Scheduled(every = "1h", delayed = "2m")
  Uni<Void> forget() {
    return sessions.forgetExpired().replaceWithVoid();
  }
}
