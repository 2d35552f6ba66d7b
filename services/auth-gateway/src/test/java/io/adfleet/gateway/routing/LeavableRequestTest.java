package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a service sees of a browser that left. */
class LeavableRequestTest {

  private static final int PATIENCE = 10;

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<HttpServerRequest> asked = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  @AfterEach
  void close() throws Exception {
    got(vertx.close());
  }

  @Test
  void whatStillComesIsTakenAndTheConnectionStaysOpen() throws Exception {
    HttpClientRequest request = request();
    Future<HttpClientResponse> answer = answer(request);
    HttpServerRequest there = begun();
    Future<Void> ended = got(answer).end();

    assertThat(request.reset()).isTrue();
    there.response().end(Buffer.buffer(new byte[5_000_000]));

    got(ended);
    assertThat(closed).isNotDone();
  }

  @Test
  void whatDoesNotEndIsBrokenOff() throws Exception {
    HttpClientRequest request = request();
    Future<HttpClientResponse> answer = answer(request);
    begun();
    got(answer);

    request.reset();

    closed.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void whatIsNeverAnsweredIsBrokenOff() throws Exception {
    HttpClientRequest request = request();
    answer(request);
    asked.poll(PATIENCE, TimeUnit.SECONDS);

    request.reset();
    request.reset(0L, new IllegalStateException("gone"));

    closed.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void whatIsNotWholeIsResetAtOnce() throws Exception {
    HttpClientRequest request = request();
    request.setChunked(true).write("the beginning");
    asked.poll(PATIENCE, TimeUnit.SECONDS);

    assertThat(request.reset()).isTrue();
    assertThat(request.reset()).as("has been reset already").isFalse();

    closed.get(PATIENCE, TimeUnit.SECONDS);
  }

  private static Future<HttpClientResponse> answer(HttpClientRequest request) {
    request.end();
    return request.response().onSuccess(HttpClientResponse::pause);
  }

  /** The service has begun its answer. */
  private HttpServerRequest begun() throws InterruptedException {
    HttpServerRequest there = asked.poll(PATIENCE, TimeUnit.SECONDS);
    there.response().setChunked(true).write("the beginning");
    return there;
  }

  private HttpClientRequest request() throws Exception {
    HttpServer service =
        got(
            vertx
                .createHttpServer()
                .connectionHandler(one -> one.closeHandler(gone -> closed.complete(null)))
                .requestHandler(asked::add)
                .listen(0, "127.0.0.1"));
    return LeavableRequest.of(
        got(
            vertx
                .createHttpClient()
                .request(HttpMethod.GET, service.actualPort(), "127.0.0.1", "/figures")),
        vertx);
  }

  private static <T> T got(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
  }
}
