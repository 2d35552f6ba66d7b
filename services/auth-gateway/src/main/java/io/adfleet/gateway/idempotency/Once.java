package io.adfleet.gateway.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Tenants;
import io.adfleet.gateway.Digests;
import io.adfleet.gateway.GatewayProblem;
import io.adfleet.gateway.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a write in its workspace's transaction, once per key of a person. */
@ApplicationScoped
public class Once {

  private static final int LONGEST_KEY = 200;

  /**
   * What is asked.
   *
   * @param key the Idempotency-Key header; without one the write simply runs
   * @param what method and path
   */
  public record Asked(UUID user, @Nullable String key, String what, Object body) {}

  private final AnswerStore store;
  private final Tenants tenants;
  private final Feed feed;
  private final Seal seal;
  private final ObjectMapper mapper;
  private final Clock clock;

  Once(AnswerStore store, Tenants tenants, Feed feed, Seal seal, ObjectMapper mapper, Clock clock) {
    this.store = store;
    this.tenants = tenants;
    this.feed = feed;
    this.seal = seal;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The answer of the work, or the one it gave before. */
  public <T> Uni<T> run(
      Asked asked, UUID workspace, Class<T> type, Function<SqlConnection, Uni<T>> work) {
    String key = asked.key();
    if (key == null) {
      return tenants.inWorkspace(workspace, work);
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.invalid(
          "Idempotency-Key", "is empty or longer than 200 characters", "Send a random UUID.");
    }
    byte[] request = Digests.sha256(asked.what() + "\n" + json(asked.body()));
    return answered(asked.user(), key, request, type)
        .chain(answer ->
            answer.isPresent()
                ? Uni.createFrom().item(answer.get())
                : first(asked.user(), key, request, workspace, work)
                    .onFailure(SomebodyWasFirst.class)
                    .recoverWithUni(() ->
                        answered(asked.user(), key, request, type).map(Optional::orElseThrow)));
  }

  private <T> Uni<T> first(
      UUID user, String key, byte[] request, UUID workspace, Function<SqlConnection, Uni<T>> work) {
    return tenants.inWorkspace(
        workspace,
        connection ->
            work.apply(connection)
                .chain(answer ->
                    store
                        .insert(
                            connection,
                            user,
                            key,
                            new AnswerStore.Stored(
                                request, seal.seal(json(answer), associated(user, key))),
                            clock.instant())
                        .invoke(inserted -> {
                          if (!inserted) {
                            throw new SomebodyWasFirst();
                          }
                        })
                        .replaceWith(answer)));
  }

  private <T> Uni<Optional<T>> answered(UUID user, String key, byte[] request, Class<T> type) {
    return store
        .find(feed.pool(), user, key)
        .map(stored ->
            stored.map(s -> {
              if (!MessageDigest.isEqual(s.requestHash(), request)) {
                throw new ProblemException(
                    GatewayProblem.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request before. Use a new key"
                        + " for a new request.");
              }
              return seal.tryOpen(s.sealedAnswer(), associated(user, key))
                  .map(answer -> read(answer, type))
                  .orElseThrow(() ->
                      new ProblemException(
                          Problems.CONFLICT,
                          "This was done before, but its answer can't be read any more. Look at"
                              + " what is there now."));
            }));
  }

  private static byte[] associated(UUID user, String key) {
    return Digests.sha256(user + "|" + key);
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can't be written", e);
    }
  }

  private <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored answer can't be read", e);
    }
  }

  /** Undoes the transaction of the request that came second. */
  private static final class SomebodyWasFirst extends RuntimeException {
    SomebodyWasFirst() {
      super("another request with this Idempotency-Key was first", null, false, false);
    }
  }
}
