package io.adfleet.gateway.live;

import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One open page. While its buffer is full the newest hint of each kind waits; used on the socket's
 * own event loop only.
 */
final class LiveSocket {

  static final short SIGNED_OUT = 4401;
  static final short NO_MEMBER = 4404;
  static final short TOO_SLOW = 4408;

  private final ServerWebSocket socket;
  private final String cookie;
  private final UUID workspace;
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private long waitingSince;

  LiveSocket(ServerWebSocket socket, String cookie, UUID workspace) {
    this.socket = socket;
    this.cookie = cookie;
    this.workspace = workspace;
    socket.drainHandler(drained -> flush());
  }

  UUID workspace() {
    return workspace;
  }

  String cookie() {
    return cookie;
  }

  /** Says a hint now, or as soon as the page takes something again. */
  void say(String kind, String hint, long nanos) {
    if (waiting.isEmpty()) {
      waitingSince = nanos;
    }
    waiting.remove(kind);
    waiting.put(kind, hint);
    flush();
  }

  private void flush() {
    var next = waiting.values().iterator();
    while (next.hasNext() && !socket.isClosed() && !socket.writeQueueFull()) {
      socket.writeTextMessage(next.next());
      next.remove();
    }
  }

  /** Whether something has waited longer than that. */
  boolean stuckFor(long nanos, long now) {
    return !waiting.isEmpty() && now - waitingSince > nanos;
  }

  void close(short code, String reason) {
    if (!socket.isClosed()) {
      socket.close(code, reason);
    }
  }
}
