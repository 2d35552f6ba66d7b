package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavableAnswerTest {

  private final Service service = new Service();
  private final List<String> toldToBrowser = new ArrayList<>();
  private final List<String> toldToProxy = new ArrayList<>();
  private boolean closed;
  private final LeavableAnswer answer = new LeavableAnswer(service, browser());

  LeavableAnswerTest() {
    answer
        .exceptionHandler(failure -> toldToProxy.add("failed"))
        .endHandler(end -> toldToProxy.add("ended"))
        .handler(buffer -> toldToProxy.add(buffer.toString()));
  }

  @Test
  void theBrowserIsToldTheEndAndTheProxyIsNot() {
    service.data.handle(Buffer.buffer("all of it"));
    service.end.handle(null);
    answer.giveUp(new IllegalStateException());

    assertThat(toldToProxy).containsExactly("all of it");
    assertThat(toldToBrowser).containsExactly("end");
  }

  @Test
  void aBrowserWhoseConnectionIsClosedIsToldNothing() {
    service.data.handle(Buffer.buffer("all of it"));
    closed = true;
    service.end.handle(null);

    assertThat(toldToProxy).containsExactly("all of it");
    assertThat(toldToBrowser).isEmpty();
  }

  @Test
  void whatComesForABrowserThatLeftIsThrownAway() {
    answer.pause();
    answer.leave();
    answer.pause();
    service.data.handle(Buffer.buffer("the rest"));
    service.end.handle(null);
    answer.giveUp(new IllegalStateException());

    assertThat(service.paused).isFalse();
    assertThat(toldToProxy).isEmpty();
    assertThat(toldToBrowser).isEmpty();
  }

  @Test
  void anAnswerThatGoesOnIsBrokenOffOnce() {
    answer.leave();
    answer.giveUp(new IllegalStateException());
    service.failure.handle(new IllegalStateException());

    assertThat(toldToProxy).containsExactly("failed");
  }

  private HttpServerResponse browser() {
    return (HttpServerResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "closed" -> closed;
                  case "end" -> {
                    toldToBrowser.add("end");
                    yield Future.succeededFuture();
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** The answer as it comes. */
  private static final class Service implements ReadStream<Buffer> {

    private Handler<Buffer> data;
    private Handler<Void> end;
    private Handler<Throwable> failure;
    private boolean paused;

    @Override
    public Service exceptionHandler(Handler<Throwable> handler) {
      failure = handler;
      return this;
    }

    @Override
    public Service handler(Handler<Buffer> handler) {
      data = handler;
      return this;
    }

    @Override
    public Service endHandler(Handler<Void> handler) {
      end = handler;
      return this;
    }

    @Override
    public Service pause() {
      paused = true;
      return this;
    }

    @Override
    public Service resume() {
      paused = false;
      return this;
    }

    @Override
    public Service fetch(long amount) {
      return this;
    }
  }
}
