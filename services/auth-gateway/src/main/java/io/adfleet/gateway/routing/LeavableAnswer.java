package io.adfleet.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * What a service answers, on its way to a browser that may leave. Browsers leave when they have all
 * of it, often before its end was told here. Telling them the end then fails; the proxy would reset
 * what it asked for; and Vert.x closes the connection of a request that is reset after its answer
 * has ended, with somebody else's request on it. So the end is told here, and nobody minds if it
 * fails. What is left for a browser that is gone is taken and thrown away.
 */
final class LeavableAnswer implements ReadStream<Buffer> {

  private final ReadStream<Buffer> in;
  private final HttpServerResponse browser;
  private boolean left;
  private boolean over;
  private @Nullable Handler<Throwable> failure;

  LeavableAnswer(ReadStream<Buffer> in, HttpServerResponse browser) {
    this.in = in;
    this.browser = browser;
  }

  /** The browser is gone. */
  void leave() {
    left = true;
    in.resume();
  }

  /** What has not ended by now is broken off, such as a stream of events. */
  void giveUp(Throwable cause) {
    if (!over && failure != null) {
      over = true;
      failure.handle(cause);
    }
  }

  @Override
  public LeavableAnswer exceptionHandler(@Nullable Handler<Throwable> handler) {
    failure = handler;
    in.exceptionHandler(handler == null ? null : this::giveUp);
    return this;
  }

  @Override
  public LeavableAnswer handler(@Nullable Handler<Buffer> handler) {
    in.handler(
        handler == null
            ? null
            : buffer -> {
              if (!left) {
                handler.handle(buffer);
              }
            });
    return this;
  }

  @Override
  public LeavableAnswer endHandler(@Nullable Handler<Void> handler) {
    in.endHandler(handler == null ? null : end -> end());
    return this;
  }

  private void end() {
    over = true;
    if (!left && !browser.closed()) {
      browser.end();
    }
  }

  @Override
  public LeavableAnswer pause() {
    if (!left) {
      in.pause();
    }
    return this;
  }

  @Override
  public LeavableAnswer resume() {
    in.resume();
    return this;
  }

  @Override
  public LeavableAnswer fetch(long amount) {
    in.fetch(amount);
    return this;
  }
}
