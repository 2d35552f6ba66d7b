package io.adfleet.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveSocketTest {

  private final Browser browser = new Browser();
  private final LiveSocket page = new LiveSocket(browser.socket(), "cookie", UUID.randomUUID());

  @Test
  void aPageThatTakesWhatItIsToldHearsEverything() {
    say("figures", "1", "2", "2");
    assertThat(browser.heard).containsExactly("1", "2", "2");
  }

  @Test
  void aSlowPageMissesIntermediateHintsOfAKindAndNeverTheLast() {
    browser.full = true;
    say("figures", "figures 1", "figures 2");
    say("job", "job 1");
    say("figures", "figures 3");
    assertThat(browser.heard).isEmpty();

    browser.takesAgain();
    assertThat(browser.heard).containsExactly("job 1", "figures 3");
    browser.takesAgain();
    assertThat(browser.heard).hasSize(2);
  }

  @Test
  void whatFillsTheBufferAgainLeavesTheRestWaiting() {
    browser.full = true;
    say("figures", "figures 1");
    say("job", "job 1");
    browser.fullAfter = 1;
    browser.takesAgain();
    assertThat(browser.heard).containsExactly("figures 1");

    say("job", "job 2");
    browser.takesAgain();
    assertThat(browser.heard).containsExactly("figures 1", "job 2");
  }

  @Test
  void aPageIsStuckFromItsFirstWaitingHintOn() {
    browser.full = true;
    page.say("figures", "1", 100);
    page.say("figures", "2", 180);
    assertThat(page.stuckFor(50, 150)).isFalse();
    assertThat(page.stuckFor(50, 151)).isTrue();
    browser.takesAgain();
    assertThat(page.stuckFor(50, 1_000)).isFalse();
  }

  private void say(String kind, String... hints) {
    for (String hint : hints) {
      page.say(kind, hint, 0);
    }
  }

  /** A socket whose buffer is full when the test says so. */
  private static final class Browser {

    final List<String> heard = new ArrayList<>();
    boolean full;
    int fullAfter = Integer.MAX_VALUE;
    private Handler<Void> drained = nothing -> {};

    void takesAgain() {
      full = false;
      drained.handle(null);
    }

    ServerWebSocket socket() {
      return (ServerWebSocket)
          Proxy.newProxyInstance(
              LiveSocketTest.class.getClassLoader(),
              new Class<?>[] {ServerWebSocket.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "isClosed" -> false;
                    case "writeQueueFull" -> full;
                    case "writeTextMessage" -> take(Objects.requireNonNull(arguments)[0]);
                    case "drainHandler" -> listen(proxy, Objects.requireNonNull(arguments)[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
    }

    private Object take(Object hint) {
      heard.add((String) hint);
      if (heard.size() >= fullAfter) {
        full = true;
        fullAfter = Integer.MAX_VALUE;
      }
      return null;
    }

    @SuppressWarnings("unchecked")
    private Object listen(Object socket, Object handler) {
      drained = (Handler<Void>) handler;
      return socket;
    }
  }
}
