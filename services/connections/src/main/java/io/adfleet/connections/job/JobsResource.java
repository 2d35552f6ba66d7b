package io.adfleet.connections.job;

import io.adfleet.connections.Paging;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The jobs of a workspace, newest first. */
@Path("/api/workspaces/{workspace}/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

  private final Tenants tenants;
  private final JobStore jobs;
  private final JobErrorStore errors;
  private final Caller caller;

  JobsResource(Tenants tenants, JobStore jobs, JobErrorStore errors, Caller caller) {
    this.tenants = tenants;
    this.jobs = jobs;
    this.errors = errors;
    this.caller = caller;
  }

  public record Page(List<JobView> items, @Nullable String nextCursor) {}

  @GET
  @Allow(Role.VIEWER)
  public Uni<Page> list(
      @RestQuery @Nullable String connection,
      @RestQuery @Nullable String state,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    UUID workspace = caller.workspace();
    UUID of = Paging.id("connection", connection, "send the id of a connection");
    JobState wanted = state(state);
    int size = Paging.size(limit);
    UUID before = Paging.cursor(cursor);
    return tenants.inWorkspace(
        workspace,
        c ->
            jobs.page(c, workspace, of, wanted, before, size + 1)
                .chain(found -> {
                  List<Job> shown = found.stream().limit(size).toList();
                  String next = found.size() > size ? shown.getLast().id().toString() : null;
                  return views(c, workspace, shown).map(items -> new Page(items, next));
                }));
  }

  @GET
  @Path("/{job}")
  @Allow(Role.VIEWER)
  public Uni<JobView> one(UUID job) {
    UUID workspace = caller.workspace();
    return tenants.inWorkspace(
        workspace,
        c ->
            jobs.find(c, workspace, job)
                .map(found -> List.of(found.orElseThrow(ProblemException::notFound)))
                .chain(found -> views(c, workspace, found))
                .map(List::getFirst));
  }

  private Uni<List<JobView>> views(SqlConnection c, UUID workspace, List<Job> shown) {
    return errors
        .all(c, workspace, shown.stream().map(Job::id).toList())
        .map(found -> shown.stream().map(job -> JobView.of(job, found)).toList());
  }

  private static @Nullable JobState state(@Nullable String word) {
    return word == null || word.isBlank()
        ? null
        : JobState.find(word)
            .orElseThrow(() ->
                ProblemException.invalid(
                    "state",
                    "there is no state " + word,
                    "ask for queued, running, succeeded, partial, failed or cancelled"));
  }
}
