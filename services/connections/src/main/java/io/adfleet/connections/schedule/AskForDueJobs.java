package io.adfleet.connections.schedule;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.job.EnqueueJob;
import io.adfleet.connections.job.JobKind;
import io.adfleet.connections.job.Wish;
import io.adfleet.connections.schedule.ScheduleStore.Claimed;
import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Claims accounts that are due and asks for their jobs. */
@ApplicationScoped
public class AskForDueJobs {

  private final Feed feed;
  private final ScheduleStore schedule;
  private final AccountStore accounts;
  private final EnqueueJob enqueue;
  private final CompleteHistory history;
  private final ConnectionsConfig.Schedule config;

  AskForDueJobs(
      Feed feed,
      ScheduleStore schedule,
      AccountStore accounts,
      EnqueueJob enqueue,
      CompleteHistory history,
      ConnectionsConfig config) {
    this.feed = feed;
    this.schedule = schedule;
    this.accounts = accounts;
    this.enqueue = enqueue;
    this.history = history;
    this.config = config.schedule();
  }

  /** One batch; answers how many accounts it served. */
  public Uni<Integer> ask(Moment moment) {
    return feed.inTransaction(c ->
        schedule
            .claim(c, moment.now(), config.batch())
            .chain(claimed -> {
              if (claimed.isEmpty()) {
                return Uni.createFrom().item(0);
              }
              Uni<Void> done = Uni.createFrom().voidItem();
              for (Claimed one : claimed) {
                done = done.chain(() -> serve(c, one, moment));
              }
              List<UUID> served =
                  claimed.stream().map(Claimed::workspaceId).distinct().sorted().toList();
              return done.chain(() -> schedule.served(c, served, moment.now()))
                  .replaceWith(claimed.size());
            }));
  }

  private Uni<Void> serve(SqlConnection c, Claimed due, Moment moment) {
    return accounts
        .find(c, due.workspaceId(), due.accountId())
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().voidItem()
                : serve(c, found.get(), due.timetable(), moment));
  }

  private Uni<Void> serve(SqlConnection c, AdAccount account, Timetable before, Moment moment) {
    Instant now = moment.now();
    ZoneId zone = account.zoneId();
    LocalDate today = account.today(now);
    SyncPlan plan = SyncPlan.of(account.platform());
    boolean night = !before.nightlyDue().isAfter(now);
    boolean live = !before.liveDue().isAfter(now);
    boolean readable = account.access() == AdAccount.Access.ACTIVE;
    boolean levels = Timetable.due(before.levelsAt(), config.levels(), now);
    boolean structure = Timetable.due(before.structureAt(), config.structure(), now);
    Timetable after =
        new Timetable(
            live ? Timetable.nextLive(account.id(), config.interval(), now) : before.liveDue(),
            night ? Timetable.nextNight(zone, now) : before.nightlyDue(),
            live && readable ? today : before.liveDate(),
            live && readable && levels ? now : before.levelsAt(),
            live && readable && structure ? now : before.structureAt());
    Uni<Void> asked = schedule.put(c, account.workspaceId(), account.id(), after);
    if (night) {
      asked =
          asked
              .chain(() ->
                  enqueue(
                      c,
                      account,
                      JobKind.NIGHTLY,
                      plan.nightly(today, account.readThrough()),
                      moment))
              .chain(() -> history.complete(c, List.of(account), moment))
              .replaceWithVoid();
    }
    if (live && readable) {
      List<Wish> wishes = plan.live(today, before.yesterdayIsOpen(zone, now), levels, structure);
      asked = asked.chain(() -> enqueue(c, account, JobKind.LIVE, wishes, moment));
    }
    return asked;
  }

  private Uni<Void> enqueue(
      SqlConnection c, AdAccount account, JobKind kind, List<Wish> wishes, Moment moment) {
    return enqueue.enqueue(c, account, kind, wishes, moment).replaceWithVoid();
  }
}
