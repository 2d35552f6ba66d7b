package io.adfleet.ingest.wanted;

import io.adfleet.defaults.Feed;
import io.adfleet.ingest.progress.JobKey;
import io.adfleet.ingest.progress.RecountJobs;
import io.adfleet.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jboss.logging.Logger;

/** Accepts a request: its job and slices in one transaction. Hearing it twice changes nothing. */
@ApplicationScoped
class AcceptRequest {

  private static final Logger LOG = Logger.getLogger(AcceptRequest.class);

  private final Feed feed;
  private final AcceptStore store;
  private final RecountJobs jobs;
  private final Event<WorkWaiting> waiting;

  AcceptRequest(Feed feed, AcceptStore store, RecountJobs jobs, Event<WorkWaiting> waiting) {
    this.feed = feed;
    this.store = store;
    this.jobs = jobs;
    this.waiting = waiting;
  }

  Uni<Void> accept(Request request) {
    List<Expansion.Asked> asked = Expansion.of(request.ranges());
    JobKey job = new JobKey(request.workspaceId(), request.jobId());
    return feed.inTransaction(connection ->
            store
                .addJob(connection, request, asked.size())
                .chain(isNew ->
                    !isNew
                        ? Uni.createFrom().item(false)
                        : store
                            .addSlices(connection, request, asked)
                            .chain(() ->
                                asked.isEmpty()
                                    ? jobs.recount(connection, List.of(job))
                                    : Uni.createFrom().voidItem())
                            .replaceWith(true)))
        .invoke(isNew -> accepted(request, asked.size(), isNew))
        .replaceWithVoid();
  }

  private void accepted(Request request, int slices, boolean isNew) {
    if (!isNew) {
      return;
    }
    Trace.run(
        request.traceparent(),
        () ->
            LOG.infof(
                "Accepted job %s (%s) of account %s: %d slices",
                request.jobId(), request.kind(), request.accountId(), slices));
    waiting.fire(new WorkWaiting());
  }
}
