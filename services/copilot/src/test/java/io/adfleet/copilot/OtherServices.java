package io.adfleet.copilot;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keycloak's token endpoint and dashboard-query, as far as the copilot asks them. */
public class OtherServices implements QuarkusTestResourceLifecycleManager {

  /** What dashboard-query does with the next queries. */
  public enum Mood {
    ANSWERS,
    REFUSES,
    IS_BROKEN,
    HANGS
  }

  private static final String ANSWER =
      """
      {"timeframe":"last_7_days","start":"2026-11-16","end":"2026-11-22","zone":"Europe/Berlin",
       "currency":"EUR","reason":null,"by_currency":null,"revenue_source":"platform",
       "data_as_of":"2026-11-22T09:40:00Z","last_synced_at":"2026-11-22T09:46:10Z",
       "completeness":{"complete":true,"missing":[]},
       "metrics":[{"key":"roas","unit":"ratio"}],
       "rows":[
        {"key":"google","name":"Google Ads","platform":"google",
         "values":{"roas":{"value":"2.959538","reason":null}}},
        {"key":"meta","name":"Meta","platform":"meta",
         "values":{"roas":{"value":null,"reason":"no_spend"}}}],
       "row_count":2,"total":{"roas":{"value":"2.5","reason":null}}}
      """;

  private static final String REFUSAL =
      """
      {"status":422,"errors":[{"field":"range.end","reason":"The end is after today.",
       "remedy":"Give an end up to 2026-11-22."}]}
      """;

  public static volatile Mood mood = Mood.ANSWERS;
  public static volatile boolean tokenIsStale;
  public static volatile @Nullable CompletableFuture<Void> asked;
  public static volatile @Nullable CompletableFuture<Void> hungUp;
  public static final List<String> PATHS = new CopyOnWriteArrayList<>();
  public static final List<String> QUERIES = new CopyOnWriteArrayList<>();
  public static final AtomicInteger TOKENS = new AtomicInteger();

  private @Nullable Vertx vertx;

  /** As at the start. */
  public static void calm() {
    mood = Mood.ANSWERS;
    tokenIsStale = false;
    asked = new CompletableFuture<>();
    hungUp = new CompletableFuture<>();
    PATHS.clear();
    QUERIES.clear();
  }

  @Override
  public Map<String, String> start() {
    vertx = Vertx.vertx();
    int port =
        vertx
            .createHttpServer()
            .requestHandler(OtherServices::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    String address = "http://127.0.0.1:" + port;
    return Map.of(
        "adfleet.copilot.dashboard.url",
        address,
        "adfleet.copilot.dashboard.token-url",
        address + "/token",
        "adfleet.copilot.dashboard.client-secret",
        "secret");
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  private static void handle(HttpServerRequest request) {
    if (request.path().equals("/token")) {
      int number = TOKENS.incrementAndGet();
      json(request, 200, "{\"access_token\":\"token-" + number + "\",\"expires_in\":300}");
      return;
    }
    request.body().onSuccess(body -> query(request, body.toString()));
  }

  private static void query(HttpServerRequest request, String body) {
    PATHS.add(request.path());
    QUERIES.add(body);
    String newest = "Bearer token-" + TOKENS.get();
    if (tokenIsStale || !newest.equals(request.getHeader("Authorization"))) {
      tokenIsStale = false;
      json(request, 401, "{}");
      return;
    }
    switch (mood) {
      case ANSWERS -> json(request, 200, ANSWER);
      case REFUSES -> json(request, 422, REFUSAL);
      case IS_BROKEN -> json(request, 500, "{}");
      case HANGS -> {
        CompletableFuture<Void> closed = hungUp;
        request.connection().closeHandler(ignored -> complete(closed));
        complete(asked);
      }
    }
  }

  private static void complete(@Nullable CompletableFuture<Void> future) {
    if (future != null) {
      future.complete(null);
    }
  }

  private static void json(HttpServerRequest request, int status, String body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body);
  }
}
