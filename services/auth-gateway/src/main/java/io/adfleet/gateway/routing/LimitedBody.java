package io.adfleet.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body that fails once it is longer than allowed, also where its length was not announced. */
final class LimitedBody implements ReadStream<Buffer> {

  private final ReadStream<Buffer> in;
  private final long most;
  private long seen;
  private boolean over;
  private @Nullable Handler<Throwable> failure;

  LimitedBody(ReadStream<Buffer> in, long most) {
    this.in = in;
    this.most = most;
  }

  /** Whether more came than is allowed. */
  boolean over() {
    return over;
  }

  @Override
  public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failure = handler;
    in.exceptionHandler(handler);
    return this;
  }

  @Override
  public LimitedBody handler(@Nullable Handler<Buffer> handler) {
    in.handler(handler == null ? null : buffer -> count(buffer, handler));
    return this;
  }

  private void count(Buffer buffer, Handler<Buffer> handler) {
    seen += buffer.length();
    if (seen <= most) {
      handler.handle(buffer);
    } else if (!over) {
      over = true;
      if (failure != null) {
        failure.handle(new TooLong());
      }
    }
  }

  @Override
  public LimitedBody pause() {
    in.pause();
    return this;
  }

  @Override
  public LimitedBody resume() {
    in.resume();
    return this;
  }

  @Override
  public LimitedBody fetch(long amount) {
    in.fetch(amount);
    return this;
  }

  @Override
  public LimitedBody endHandler(@Nullable Handler<Void> handler) {
    in.endHandler(handler);
    return this;
  }

  private static final class TooLong extends RuntimeException {
    TooLong() {
      super("the body is too long", null, false, false);
    }
  }
}
