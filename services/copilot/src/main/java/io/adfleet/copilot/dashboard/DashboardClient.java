package io.adfleet.copilot.dashboard;

import io.adfleet.contracts.Query;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Asks dashboard-query. */
public interface DashboardClient {

  /**
   * The answer to a query about a workspace the asker is a member of. Fails with {@link
   * QueryRefusedException} where the query can't be answered, and with a problem where
   * dashboard-query is away. Cancelling stops the call.
   */
  Uni<DashboardAnswer> ask(UUID workspace, Query query);
}
