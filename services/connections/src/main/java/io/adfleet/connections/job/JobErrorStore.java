package io.adfleet.connections.job;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What jobs met, the newest of each, and each thing once. */
@ApplicationScoped
class JobErrorStore {

  private static final String ADD =
      """
      insert into job_error (workspace_id, job_id, version, at, kind, slice, sentence)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
      """;
  private static final String FORGET =
      """
      delete from job_error where workspace_id = $1 and job_id = $2 and version <
        (select version from job_error where workspace_id = $1 and job_id = $2
          order by version desc offset 99 limit 1)
      """;
  private static final String ALL =
      """
      select job_id, at, kind, slice, sentence from job_error
       where workspace_id = $1 and job_id = any($2) order by job_id, version desc
      """;

  /** Keeps it, and no more than a hundred of a job. */
  Uni<Void> add(SqlConnection c, Progress progress, FailureKind kind) {
    return c.preparedQuery(ADD)
        .execute(
            Tuple.from(
                Arrays.asList(
                    progress.workspaceId(),
                    progress.jobId(),
                    progress.version(),
                    progress.at().atOffset(ZoneOffset.UTC),
                    kind.word(),
                    progress.slice(),
                    progress.sentence())))
        .chain(() ->
            c.preparedQuery(FORGET).execute(Tuple.of(progress.workspaceId(), progress.jobId())))
        .replaceWithVoid();
  }

  /** Newest first within each job. */
  Uni<List<JobError>> all(SqlConnection c, UUID workspace, List<UUID> jobs) {
    return c.preparedQuery(ALL)
        .execute(Tuple.of(workspace, jobs.toArray(UUID[]::new)))
        .map(rows -> {
          List<JobError> errors = new ArrayList<>();
          for (Row row : rows) {
            errors.add(
                new JobError(
                    row.getUUID("job_id"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getString("kind"),
                    row.getString("slice"),
                    row.getString("sentence")));
          }
          return errors;
        });
  }
}
