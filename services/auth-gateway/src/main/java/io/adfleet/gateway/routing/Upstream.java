package io.adfleet.gateway.routing;

import io.adfleet.defaults.ProblemBody;
import io.adfleet.defaults.ProblemType;
import io.adfleet.defaults.Problems;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.GatewayProblem;
import io.adfleet.gateway.Refusals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One service behind the gateway, and what is said when it doesn't answer. */
final class Upstream implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Upstream.class);
  private static final int CONNECT_MILLIS = 1_000;
  private static final int LEFT_MILLIS = 1_000;
  private static final int KEPT_SECONDS = 30;
  private static final int CONNECTIONS = 128;
  private static final int WAITING = 1_000;
  private static final String RETRY_SECONDS = "2";

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

  Upstream(String name, URI address, Vertx vertx, GatewayConfig config, Refusals refusals) {
    this.name = name;
    this.vertx = vertx;
    this.limits = config.limits();
    this.refusals = refusals;
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(KEPT_SECONDS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
    RequestOptions there =
        new RequestOptions()
            .setHost(address.getHost())
            .setPort(port(address))
            .setSsl("https".equals(address.getScheme()))
            .setConnectTimeout(CONNECT_MILLIS)
            .setIdleTimeout(config.upstreams().patience().toMillis());
    this.proxy =
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .originRequestProvider((request, c) ->
                c.request(new RequestOptions(there))
                    .onSuccess(asked -> resetLater(request.response(), asked)))
            .addInterceptor(this);
  }

  /**
   * The proxy would reset what it asked for at once when the browser leaves, also where the answer
   * has just ended; see {@link LeavableAnswer}. Its handler is set right after this, so ours
   * follows.
   */
  private void resetLater(HttpServerResponse browser, HttpClientRequest asked) {
    vertx
        .getOrCreateContext()
        .runOnContext(next ->
            browser.exceptionHandler(left ->
                vertx.setTimer(
                    LEFT_MILLIS,
                    timer -> {
                      if (!asked.response().isComplete()) {
                        asked.reset(0L, left);
                      }
                    })));
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
    return context
        .sendRequest()
        .recover(failure -> Future.succeededFuture(refusal(request, limited, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    OURS.forEach(response.headers()::remove);
    HttpServerRequest request = context.request().proxiedRequest();
    Body body = response.getBody();
    if (body != null && request.version() != HttpVersion.HTTP_1_0) {
      HttpServerResponse browser = request.response();
      LeavableAnswer answer = new LeavableAnswer(body.stream(), browser);
      response.setBody(Body.body(answer, body.length()));
      browser.exceptionHandler(left -> leave(answer, left));
      if (browser.closed()) {
        leave(answer, new ClosedChannelException());
      }
    }
    return context.sendResponse();
  }

  private void leave(LeavableAnswer answer, Throwable left) {
    answer.leave();
    vertx.setTimer(LEFT_MILLIS, timer -> answer.giveUp(left));
  }

  private ProxyResponse refusal(ProxyRequest request, LimitedBody body, Throwable failure) {
    ProblemType problem = body.over() ? Problems.TOO_LARGE : problemOf(failure);
    if (problem == GatewayProblem.BAD_ANSWER && !request.proxiedRequest().response().closed()) {
      LOG.warnf(failure, "%s gave no usable answer to %s", name, request.getMethod());
    }
    ProxyResponse response = request.release().response().setStatusCode(problem.status());
    response.headers().clear();
    response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
    response.putHeader("Cache-Control", "no-store");
    if (problem == Problems.TOO_LARGE) {
      response.putHeader("Connection", "close");
    } else if (problem != GatewayProblem.BAD_ANSWER) {
      response.putHeader("Retry-After", RETRY_SECONDS);
    }
    return response.setBody(Body.body(refusals.body(problem, sentence(problem))));
  }

  private static ProblemType problemOf(Throwable failure) {
    if (failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException) {
      return GatewayProblem.TOO_SLOW;
    }
    return failure instanceof ConnectException
        ? GatewayProblem.UPSTREAM_DOWN
        : GatewayProblem.BAD_ANSWER;
  }

  private String sentence(ProblemType problem) {
    if (problem == Problems.TOO_LARGE) {
      return BodyLimit.sentence(limits.bodyBytes());
    }
    if (problem == GatewayProblem.TOO_SLOW) {
      return "The service " + name + " took too long to answer. Try again in a moment.";
    }
    return problem == GatewayProblem.UPSTREAM_DOWN
        ? "The service " + name + " is not running right now. Try again in a moment."
        : "The service " + name + " broke off its answer. Try again.";
  }

  private static int port(URI address) {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return "https".equals(address.getScheme()) ? 443 : 80;
  }
}
