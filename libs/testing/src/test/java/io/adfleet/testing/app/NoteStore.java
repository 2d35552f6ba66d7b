package io.adfleet.testing.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The notes of a workspace. */
@ApplicationScoped
public class NoteStore {

  public Uni<Void> add(SqlConnection connection, UUID workspace, UUID id, String text) {
    return connection
        .preparedQuery("insert into note (workspace_id, id, text) values ($1, $2, $3)")
        .execute(Tuple.of(workspace, id, text))
        .replaceWithVoid();
  }

  public Uni<List<String>> texts(SqlConnection connection) {
    return connection
        .query("select text from note order by text")
        .execute()
        .map(rows -> {
          List<String> texts = new ArrayList<>();
          rows.forEach(row -> texts.add(row.getString(0)));
          return texts;
        });
  }
}
