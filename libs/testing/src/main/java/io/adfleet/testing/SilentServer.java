package io.adfleet.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server that sends its headers and the first byte of a body, and nothing more until it ends. */
public final class SilentServer implements AutoCloseable {

  private final CountDownLatch done = new CountDownLatch(1);
  private final HttpServer server;

  private SilentServer(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port of loopback. */
  public static SilentServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SilentServer silent = new SilentServer(http);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", silent::begin);
    http.start();
    return silent;
  }

  /** Its address, without a path. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void begin(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    server.stop(0);
  }
}
