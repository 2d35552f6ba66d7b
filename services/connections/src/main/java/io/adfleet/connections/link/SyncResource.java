package io.adfleet.connections.link;

import io.adfleet.connections.ConnectionsProblem;
import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionState;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.connection.FleetHintsPublisher;
import io.adfleet.connections.job.Job;
import io.adfleet.connections.job.JobView;
import io.adfleet.connections.schedule.SyncNow;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sync now. */
@Path("/api/workspaces/{workspace}/connections/{connection}/sync")
@Produces(MediaType.APPLICATION_JSON)
public class SyncResource {

  private static final Logger LOG = Logger.getLogger(SyncResource.class);

  private final Tenants tenants;
  private final ConnectionStore connections;
  private final AccountStore accounts;
  private final SyncNow syncNow;
  private final FleetHintsPublisher hints;
  private final Caller caller;
  private final Clock clock;

  SyncResource(
      Tenants tenants,
      ConnectionStore connections,
      AccountStore accounts,
      SyncNow syncNow,
      FleetHintsPublisher hints,
      Caller caller,
      Clock clock) {
    this.tenants = tenants;
    this.connections = connections;
    this.accounts = accounts;
    this.syncNow = syncNow;
    this.hints = hints;
    this.caller = caller;
    this.clock = clock;
  }

  public record Asked(List<JobView> jobs) {}

  @POST
  @Allow(Role.ANALYST)
  public Uni<Response> sync(UUID connection) {
    UUID workspace = caller.workspace();
    Moment moment = Moment.of(clock);
    return tenants
        .inWorkspace(
            workspace,
            c ->
                connections
                    .find(c, workspace, connection)
                    .map(found -> readable(found.orElseThrow(ProblemException::notFound)))
                    .chain(found -> accounts.allOf(c, workspace, connection))
                    .map(SyncResource::some)
                    .chain(chosen -> syncNow.sync(c, chosen, moment)))
        .invoke(jobs -> {
          LOG.infof(
              "Sync now of connection %s in workspace %s: %d jobs",
              connection, workspace, jobs.size());
          jobs.forEach(job -> hints.jobMoved(workspace, job.id()));
        })
        .map(jobs -> Response.accepted(asked(jobs)).build());
  }

  private static Asked asked(List<Job> jobs) {
    return new Asked(jobs.stream().map(job -> JobView.of(job, List.of())).toList());
  }

  private static Connection readable(Connection connection) {
    if (connection.state() == ConnectionState.NEEDS_REAUTH) {
      throw new ProblemException(
          ConnectionsProblem.NEEDS_REAUTH, String.valueOf(connection.sentence()));
    }
    return connection;
  }

  private static List<AdAccount> some(List<AdAccount> chosen) {
    if (chosen.isEmpty()) {
      throw new ProblemException(
          ConnectionsProblem.NO_ACCOUNTS_CHOSEN,
          "Choose the accounts of this connection first; then they can be read.");
    }
    return chosen;
  }
}
