package io.adfleet.gateway.routing;

import io.adfleet.defaults.ProblemType;
import io.adfleet.defaults.Problems;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.GatewayProblem;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/** One service behind the gateway, and what is said when it doesn't answer. */
final class Upstream implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Upstream.class);
  private static final int CONNECT_MILLIS = 1_000;
  private static final int KEPT_SECONDS = 30;
  private static final String RETRY_SECONDS = "2";

  /** What does more each time it is sent. */
  private static final Set<HttpMethod> ADDING = Set.of(HttpMethod.POST, HttpMethod.PATCH);

  /** What only the gateway says. */
  private static final Set<String> OURS =
      Set.of(
          "Server",
          "Set-Cookie",
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "X-Trace-Id",
          "RateLimit",
          "RateLimit-Policy",
          "Access-Control-Allow-Origin",
          "Access-Control-Allow-Credentials");

  private final String name;
  private final Vertx vertx;
  private final GatewayConfig.Limits limits;
  private final Refusals refusals;
  private final HttpProxy proxy;

  /** How many requests a service is asked at once, and how many more may wait for their turn. */
  record Width(int atOnce, int waiting) {}

  Upstream(
      String name, URI address, Width width, Vertx vertx, GatewayConfig config, Refusals refusals) {
    this.name = name;
    this.vertx = vertx;
    this.limits = config.limits();
    this.refusals = refusals;
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(KEPT_SECONDS),
            new PoolOptions().setHttp1MaxSize(width.atOnce()).setMaxWaitQueueSize(width.waiting()));
    RequestOptions there =
        new RequestOptions()
            .setHost(address.getHost())
            .setPort(port(address))
            .setSsl("https".equals(address.getScheme()))
            .setConnectTimeout(CONNECT_MILLIS)
            .setIdleTimeout(config.upstreams().patience().toMillis());
    this.proxy =
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .originRequestProvider((request, c) -> asked(request.response(), c, there))
            .addInterceptor(this);
  }

  /**
   * Nothing is asked for a browser that left while it waited for its turn: nobody would tell the
   * service where its request ends, and it would keep a connection until patience is over.
   */
  private Future<HttpClientRequest> asked(
      HttpServerResponse browser, HttpClient client, RequestOptions there) {
    if (browser.closed()) {
      return Future.failedFuture(new ClosedChannelException());
    }
    return client
        .request(new RequestOptions(there))
        .compose(asked -> {
          if (browser.closed()) {
            asked.reset();
            return Future.failedFuture(new ClosedChannelException());
          }
          return Future.succeededFuture(LeavableRequest.of(asked, vertx));
        });
  }

  void forward(HttpServerRequest request) {
    proxy.handle(request);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Body body = request.getBody();
    LimitedBody limited = new LimitedBody(body.stream(), limits.bodyBytes());
    request.setBody(Body.body(limited, body.length()));
    return context.sendRequest().recover(failure -> refuse(request, limited, failure));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    OURS.forEach(context.response().headers()::remove);
    return context.sendResponse();
  }

  /** Answers itself: the future stays open, so that the proxy does not answer as well. */
  private Future<ProxyResponse> refuse(ProxyRequest request, LimitedBody body, Throwable failure) {
    HttpServerResponse browser = request.proxiedRequest().response();
    request.release();
    if (!browser.closed()) {
      ProblemType problem = body.over() ? Problems.TOO_LARGE : problemOf(failure);
      if (problem == GatewayProblem.BAD_ANSWER) {
        LOG.warnf(failure, "%s gave no usable answer to %s", name, request.getMethod());
      }
      if (problem == Problems.TOO_LARGE) {
        browser.putHeader("Connection", "close");
      } else if (problem != GatewayProblem.BAD_ANSWER) {
        browser.putHeader("Retry-After", RETRY_SECONDS);
      }
      refusals.send(
          browser,
          problem,
          problem == Problems.TOO_LARGE
              ? BodyLimit.sentence(limits.bodyBytes())
              : sentence(name, failure, repeatable(request.proxiedRequest())));
    }
    return Promise.<ProxyResponse>promise().future();
  }

  /** What is said of a request that failed. */
  static ProblemType problemOf(Throwable failure) {
    if (failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException) {
      return GatewayProblem.TOO_SLOW;
    }
    if (failure instanceof ConnectionPoolTooBusyException) {
      return GatewayProblem.UPSTREAM_BUSY;
    }
    return unreached(failure) || brokenOff(failure)
        ? GatewayProblem.UPSTREAM_DOWN
        : GatewayProblem.BAD_ANSWER;
  }

  /** Whether the service can't have heard of the request. */
  private static boolean unreached(Throwable failure) {
    return failure instanceof ConnectionPoolTooBusyException
        || failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException;
  }

  /** Whether the connection ended with the request on its way, as it does when a service dies. */
  private static boolean brokenOff(Throwable failure) {
    return failure instanceof HttpClosedException
        || (failure instanceof IOException && !(failure instanceof SSLException));
  }

  /** Whether the same request sent twice does what it does once. */
  private static boolean repeatable(HttpServerRequest request) {
    return !ADDING.contains(request.method()) || Paths.open(request.path());
  }

  /** What the caller is told, and whether to look before trying again. */
  static String sentence(String name, Throwable failure, boolean repeatable) {
    String what =
        switch (problemOf(failure)) {
          case GatewayProblem.TOO_SLOW -> " took too long to answer.";
          case GatewayProblem.UPSTREAM_BUSY -> " has too many requests waiting.";
          case GatewayProblem.UPSTREAM_DOWN ->
              unreached(failure) ? " is not running right now." : " went away before it answered.";
          default -> " gave no usable answer.";
        };
    return "The service "
        + name
        + what
        + (repeatable || unreached(failure)
            ? " Try again in a moment."
            : " It may have done what you asked: look before you try again.");
  }

  private static int port(URI address) {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return "https".equals(address.getScheme()) ? 443 : 80;
  }
}
