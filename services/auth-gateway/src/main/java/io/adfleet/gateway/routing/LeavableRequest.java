package io.adfleet.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service that is left alone when its browser leaves. The proxy resets it at once,
 * whatever it learns first: that the browser is gone, or that nothing can be written to it. Vert.x
 * closes the connection of a request that is reset after its answer has ended, though the pool may
 * have given it to somebody else by then. So what is still coming is taken and thrown away, and
 * only what has not ended after a while, such as a stream of events, is reset.
 */
final class LeavableRequest {

  private static final int LEFT_MILLIS = 1_000;
  private static final String RESET = "reset";
  private static final String END = "end";

  private final HttpClientRequest request;
  private final Vertx vertx;
  private boolean whole;
  private boolean left;
  private boolean over;

  private LeavableRequest(HttpClientRequest request, Vertx vertx) {
    this.request = request;
    this.vertx = vertx;
    request.response().compose(HttpClientResponse::end).onComplete(end -> over = true);
  }

  static HttpClientRequest of(HttpClientRequest request, Vertx vertx) {
    LeavableRequest leavable = new LeavableRequest(request, vertx);
    return (HttpClientRequest)
        Proxy.newProxyInstance(
            LeavableRequest.class.getClassLoader(),
            new Class<?>[] {HttpClientRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals(RESET)
                    ? leavable.leave()
                    : leavable.call(method, arguments));
  }

  /** A connection is nobody else's before a request on it is whole. */
  private boolean leave() {
    if (!whole) {
      return request.reset();
    }
    Future<HttpClientResponse> answer = request.response();
    if (answer.succeeded()) {
      answer.result().resume();
    }
    if (!left) {
      left = true;
      vertx.setTimer(
          LEFT_MILLIS,
          timer -> {
            if (!over) {
              request.reset();
            }
          });
    }
    return true;
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    whole |= method.getName().equals(END);
    try {
      return method.invoke(request, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
