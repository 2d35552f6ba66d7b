package io.adfleet.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The HTTP server: exact paths first, then whole families of them; every refusal a problem. */
public final class HttpDoor implements AutoCloseable {

  private static final Logger LOG = System.getLogger(HttpDoor.class.getName());
  private static final int LARGEST_BODY = 4 << 20;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  static {
    // Without it a small answer waits 40 ms for the caller's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Map<String, Map<String, Function<Request, Answer>>> routes = new LinkedHashMap<>();
  private final Map<Pattern, Function<Request, Answer>> families = new LinkedHashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Takes the port; nothing is answered before {@link #open}. */
  public HttpDoor(String host, int port) throws PortTakenException {
    try {
      server = HttpServer.create(new InetSocketAddress(host, port), 256);
    } catch (BindException e) {
      throw new PortTakenException("HTTP", port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a route. */
  public HttpDoor on(String method, String path, Function<Request, Answer> handler) {
    routes.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(method, handler);
    return this;
  }

  /** Adds one handler for every path of that form, whatever the method. */
  public HttpDoor onAll(Pattern paths, Function<Request, Answer> handler) {
    families.put(paths, handler);
    return this;
  }

  /** Starts to answer. */
  public void open() {
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
    server.start();
  }

  /** The port that was taken. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The address under which a program on this machine finds the server. */
  public String address() {
    InetSocketAddress bound = server.getAddress();
    String host = bound.getAddress().isAnyLocalAddress() ? "127.0.0.1" : bound.getHostString();
    return "http://" + host + ":" + bound.getPort();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (SilenceException silence) {
        keepSilent(exchange);
        return;
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      boolean silent = answer.body().length == 0 || "HEAD".equals(exchange.getRequestMethod());
      exchange.sendResponseHeaders(answer.status(), silent ? -1 : answer.body().length);
      if (!silent) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  /** Headers, and nothing more until the server stops or nobody can be waiting any longer. */
  private void keepSilent(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    try {
      closed.await(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      return answer(request(exchange));
    } catch (ProblemException problem) {
      return Answer.problem(problem);
    } catch (SilenceException silence) {
      throw silence;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A request could not be answered", e);
      return Answer.problem(
          new ProblemException(
              500, "Internal error", "The sandbox failed; see its log.", List.of()));
    }
  }

  private Answer answer(Request request) {
    Map<String, Function<Request, Answer>> methods = routes.get(request.path());
    if (methods == null) {
      return families.entrySet().stream()
          .filter(family -> family.getKey().matcher(request.path()).matches())
          .findFirst()
          .map(family -> family.getValue().apply(request))
          .orElseThrow(() ->
              new ProblemException(
                  404, "Not found", "There is nothing at " + request.path() + ".", List.of()));
    }
    String method = "HEAD".equals(request.method()) ? "GET" : request.method();
    Function<Request, Answer> handler = methods.get(method);
    if (handler == null) {
      String allowed = String.join(", ", methods.keySet());
      return Answer.problem(
              new ProblemException(
                  405, "Method not allowed", request.path() + " takes " + allowed + ".", List.of()))
          .with("Allow", allowed);
    }
    return handler.apply(request);
  }

  private static Request request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new ProblemException(413, "Too large", "A body has at most 4 MiB.", List.of());
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Request.decode(exchange.getRequestURI().getRawQuery()),
        headers,
        body);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
