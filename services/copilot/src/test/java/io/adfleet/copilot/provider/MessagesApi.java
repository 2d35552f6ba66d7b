package io.adfleet.copilot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Messages API that says what a test wants it to say, and remembers what it was told. */
final class MessagesApi implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Reply> replies = new ArrayDeque<>();
  final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  final CountDownLatch asked = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  private volatile boolean hanging;

  MessagesApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/v1/messages", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  MessagesApi calls(String tool, String input) {
    return callsEach(tool, input);
  }

  /** One reply that calls a tool once for each input. */
  MessagesApi callsEach(String tool, String... inputs) {
    List<String> calls = new ArrayList<>();
    for (String input : inputs) {
      calls.add(
          "{\"type\":\"tool_use\",\"id\":\"toolu_%d\",\"name\":\"%s\",\"input\":%s}"
              .formatted(calls.size() + 1, tool, input.replace('\'', '"')));
    }
    return says(calls.toString());
  }

  MessagesApi text(String text) {
    ObjectNode block = JSON.createObjectNode().put("type", "text").put("text", text);
    return says("[" + block + "]");
  }

  MessagesApi fails(int status) {
    replies.add(
        new Reply(
            status,
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Busy\"}}"));
    return this;
  }

  MessagesApi hangs() {
    hanging = true;
    return this;
  }

  private MessagesApi says(String content) {
    replies.add(
        new Reply(
            200,
            "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\","
                + "\"content\":"
                + content
                + ",\"stop_reason\":\"tool_use\",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":100,\"output_tokens\":20}}"));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
    keys.add(exchange.getRequestHeaders().getFirst("x-api-key"));
    asked.countDown();
    if (hanging) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Reply reply = replies.isEmpty() ? new Reply(500, "{}") : replies.poll();
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
