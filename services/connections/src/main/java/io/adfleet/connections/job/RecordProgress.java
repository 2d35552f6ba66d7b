package io.adfleet.connections.job;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AccountsPublisher;
import io.adfleet.connections.account.AdAccount.Access;
import io.adfleet.connections.connection.ChangeConnection;
import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves a job on, and what it met changes how its account or connection does. */
@ApplicationScoped
public class RecordProgress {

  /** The wait where a platform asks for one and doesn't say how long. */
  private static final Duration REST = Duration.ofMinutes(15);

  private final Feed feed;
  private final JobStore jobs;
  private final JobErrorStore errors;
  private final AccountStore accounts;
  private final AccountsPublisher publisher;
  private final ChangeConnection connections;

  RecordProgress(
      Feed feed,
      JobStore jobs,
      JobErrorStore errors,
      AccountStore accounts,
      AccountsPublisher publisher,
      ChangeConnection connections) {
    this.feed = feed;
    this.jobs = jobs;
    this.errors = errors;
    this.accounts = accounts;
    this.publisher = publisher;
    this.connections = connections;
  }

  /** The job as it is now; nothing if it is unknown or this word of it is old. */
  public Uni<Optional<Job>> record(Progress progress, @Nullable String trace) {
    Moment moment = new Moment(progress.at(), trace);
    return feed.inTransaction(c ->
        jobs.advance(c, progress)
            .chain(advanced ->
                advanced.isEmpty()
                    ? Uni.createFrom().item(advanced)
                    : follow(c, advanced.get(), progress, moment).replaceWith(advanced)));
  }

  private Uni<Void> follow(SqlConnection c, Job job, Progress progress, Moment moment) {
    FailureKind failure = progress.failure();
    if (failure == null) {
      return progress.proves()
          ? heal(c, job, moment).chain(() -> readThrough(c, job))
          : Uni.createFrom().voidItem();
    }
    Uni<Void> kept = errors.add(c, progress, failure);
    return switch (failure) {
      case NEEDS_REAUTH ->
          kept.chain(() ->
              connections
                  .change(
                      c,
                      job.workspaceId(),
                      job.connectionId(),
                      before -> before.refused(moment.now()),
                      moment)
                  .replaceWithVoid());
      case RATE_LIMITED -> {
        Instant until = progress.retryAt() == null ? moment.now().plus(REST) : progress.retryAt();
        yield kept.chain(() ->
            connections
                .change(
                    c,
                    job.workspaceId(),
                    job.connectionId(),
                    before -> before.limited(until, moment.now()),
                    moment)
                .replaceWithVoid());
      }
      case NO_PERMISSION -> kept.chain(() -> access(c, job, Access.NO_PERMISSION, moment));
      case DISABLED -> kept.chain(() -> access(c, job, Access.DISABLED, moment));
      case TRANSIENT, REFUSED_SLICE, PERMANENT ->
          progress.proves() ? kept.chain(() -> heal(c, job, moment)) : kept;
    };
  }

  private Uni<Void> heal(SqlConnection c, Job job, Moment moment) {
    return connections
        .change(
            c, job.workspaceId(), job.connectionId(), before -> before.healed(moment.now()), moment)
        .chain(() -> accounts.synced(c, job.workspaceId(), job.accountId(), moment.now()))
        .chain(() -> access(c, job, Access.ACTIVE, moment));
  }

  private Uni<Void> readThrough(SqlConnection c, Job job) {
    Job.Dates closes = job.closes();
    return job.state() != JobState.SUCCEEDED || closes == null
        ? Uni.createFrom().voidItem()
        : accounts.readThrough(
            c, job.workspaceId(), job.accountId(), closes.from(), closes.through());
  }

  private Uni<Void> access(SqlConnection c, Job job, Access access, Moment moment) {
    return accounts
        .setAccess(c, job.workspaceId(), job.accountId(), access, access.sentence())
        .chain(changed ->
            changed
                ? publisher.say(c, job.workspaceId(), List.of(job.accountId()), moment)
                : Uni.createFrom().voidItem());
  }
}
