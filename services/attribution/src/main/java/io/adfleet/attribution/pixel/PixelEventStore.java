package io.adfleet.attribution.pixel;

import io.adfleet.attribution.key.PixelKey;
import io.adfleet.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PixelEventStore {

  private static final String INSERT =
      """
      insert into pixel_event (workspace_id, key_id, received_at, event_id, type, occurred_at,
             visitor_id, url, referrer, utm, click_ids, value, currency, order_id)
      select $1, $2, $3, e.event_id, e.type, e.occurred_at, e.visitor_id, e.url, e.referrer,
             e.utm::jsonb, e.click_ids::jsonb, e.value, e.currency, e.order_id
        from unnest($4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[],
                    $10::text[], $11::text[], $12::bigint[], $13::text[], $14::text[])
             as e(event_id, type, occurred_at, visitor_id, url, referrer, utm, click_ids, value,
                  currency, order_id)
          on conflict (workspace_id, event_id) do nothing
      """;

  private static final String FORGET =
      """
      delete from pixel_event
       where ctid = any(array(
               select ctid from pixel_event where received_at < $1 order by received_at limit $2))
      """;

  /** Stores those that are new; how many they were. Events must be in the order of their ids. */
  Uni<Integer> insert(
      SqlConnection connection, PixelKey key, Instant receivedAt, List<PixelEvent> events) {
    Tuple parameters =
        Tuple.tuple()
            .addUUID(key.workspace())
            .addUUID(key.id())
            .addOffsetDateTime(receivedAt.atOffset(ZoneOffset.UTC))
            .addArrayOfString(texts(events, PixelEvent::id))
            .addArrayOfString(texts(events, PixelEvent::type))
            .addArrayOfOffsetDateTime(
                events.stream()
                    .map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new))
            .addArrayOfString(texts(events, PixelEvent::visitorId))
            .addArrayOfString(texts(events, PixelEvent::url))
            .addArrayOfString(texts(events, PixelEvent::referrer))
            .addArrayOfString(texts(events, event -> json(event.utm())))
            .addArrayOfString(texts(events, event -> json(event.clickIds())))
            .addArrayOfLong(events.stream().map(PixelEvent::value).toArray(Long[]::new))
            .addArrayOfString(texts(events, PixelEvent::currency))
            .addArrayOfString(texts(events, PixelEvent::orderId));
    return connection.preparedQuery(INSERT).execute(parameters).map(SqlResult::rowCount);
  }

  /** Deletes events received before an instant, at most so many; how many they were. */
  Uni<Integer> forget(SqlClient feed, Instant before, int most) {
    return feed.preparedQuery(FORGET)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), most))
        .map(SqlResult::rowCount);
  }

  private static @Nullable String[] texts(
      List<PixelEvent> events, Function<PixelEvent, @Nullable String> column) {
    return events.stream().map(column).toArray(String[]::new);
  }

  private static @Nullable String json(Map<String, String> values) {
    return values.isEmpty() ? null : new String(Json.bytes(values), StandardCharsets.UTF_8);
  }
}
