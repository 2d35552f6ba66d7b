package io.adfleet.copilot.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps questions; row-level security picks the workspace. */
@ApplicationScoped
class QuestionStore {

  private static final String INSERT =
      """
      insert into question (workspace_id, question_id, user_id, asked_at, took_millis, text,
             outcome, read_by, query, words, answer, result, provenance, tokens_in, tokens_out)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      """;

  private final ObjectMapper mapper;

  QuestionStore(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  Uni<Void> insert(SqlConnection connection, Question question) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(question.workspace())
                .addUUID(question.id())
                .addUUID(question.user())
                .addOffsetDateTime(question.askedAt().atOffset(ZoneOffset.UTC))
                .addInteger(question.tookMillis())
                .addString(question.text())
                .addString(question.outcome().name().toLowerCase(Locale.ROOT))
                .addString(question.readBy())
                .addValue(json(question.query()))
                .addString(question.words())
                .addString(question.answer())
                .addValue(json(question.result()))
                .addValue(json(question.provenance()))
                .addInteger(question.cost().tokensIn())
                .addInteger(question.cost().tokensOut()))
        .replaceWithVoid();
  }

  private @Nullable JsonObject json(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return new JsonObject(mapper.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
