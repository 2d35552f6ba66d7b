package io.adfleet.attribution.key;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PixelKeyStore {

  private static final String COLUMNS =
      "workspace_id, key_id, name, ending, origins, created_by, created_at";

  private static final String INSERT =
      """
      insert into pixel_key
        (workspace_id, key_id, name, hash, ending, origins, created_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String ALL =
      "select " + COLUMNS + " from pixel_key order by key_id desc limit 500";

  private static final String COUNT = "select count(*) from pixel_key";

  private static final String OF_HASH = "select " + COLUMNS + " from pixel_key where hash = $1";

  private static final String DELETE = "delete from pixel_key where key_id = $1 returning hash";

  Uni<Void> insert(SqlConnection connection, PixelKey key, byte[] hash) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(key.workspace())
                .addUUID(key.id())
                .addString(key.name())
                .addValue(Buffer.buffer(hash))
                .addString(key.ending())
                .addArrayOfString(key.origins().toArray(String[]::new))
                .addUUID(key.createdBy())
                .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<List<PixelKey>> all(SqlConnection connection) {
    return connection
        .preparedQuery(ALL)
        .execute()
        .map(rows -> {
          List<PixelKey> keys = new ArrayList<>(rows.size());
          rows.forEach(row -> keys.add(read(row)));
          return keys;
        });
  }

  Uni<Long> count(SqlConnection connection) {
    return connection.preparedQuery(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  /** The key of a hash; by the feed role, for its workspace is not known yet. */
  Uni<Optional<PixelKey>> ofHash(SqlClient feed, byte[] hash) {
    return feed.preparedQuery(OF_HASH)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows ->
            rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  /** The hash of the key that was deleted. */
  Uni<Optional<byte[]>> delete(SqlConnection connection, UUID key) {
    return connection
        .preparedQuery(DELETE)
        .execute(Tuple.of(key))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getBuffer(0).getBytes()));
  }

  private static PixelKey read(Row row) {
    return new PixelKey(
        row.getUUID(0),
        row.getUUID(1),
        row.getString(2),
        row.getString(3),
        List.of(row.getArrayOfStrings(4)),
        row.getUUID(5),
        row.getOffsetDateTime(6).toInstant());
  }
}
