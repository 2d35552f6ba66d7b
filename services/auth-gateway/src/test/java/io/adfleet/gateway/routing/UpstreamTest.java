package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.gateway.GatewayProblem;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class UpstreamTest {

  @Test
  void whatMayHaveBeenDoneIsNotSaidToBeUndone() {
    String look = " It may have done what you asked: look before you try again.";
    for (Throwable sent :
        List.of(
            new HttpClosedException("gone"),
            new TimeoutException("late"),
            new IOException("Connection reset by peer"),
            new IllegalStateException("no HTTP"))) {
      assertThat(Upstream.sentence("connections", sent, false)).endsWith(look);
      assertThat(Upstream.sentence("connections", sent, true)).endsWith("Try again in a moment.");
    }
    for (Throwable unsent :
        List.of(
            new ConnectionPoolTooBusyException("full"),
            new ConnectException("refused"),
            new NoRouteToHostException("no route"),
            new UnknownHostException("connections"))) {
      assertThat(Upstream.sentence("connections", unsent, false))
          .endsWith("Try again in a moment.");
    }
  }

  @Test
  void everyWayToFailHasItsOwnWords() {
    assertThat(Upstream.problemOf(new ConnectionPoolTooBusyException("full")))
        .isEqualTo(GatewayProblem.UPSTREAM_BUSY);
    assertThat(Upstream.problemOf(new TimeoutException("late"))).isEqualTo(GatewayProblem.TOO_SLOW);
    assertThat(Upstream.problemOf(new VertxException(new TimeoutException("late"))))
        .isEqualTo(GatewayProblem.TOO_SLOW);
    for (Throwable away :
        List.of(
            new ConnectException("refused"),
            new NoRouteToHostException("no route"),
            new UnknownHostException("attribution"),
            new HttpClosedException("gone"),
            new SocketException("Connection reset"),
            new IOException("Broken pipe"))) {
      assertThat(Upstream.problemOf(away)).isEqualTo(GatewayProblem.UPSTREAM_DOWN);
    }
    for (Throwable ours :
        List.of(new SSLHandshakeException("no trust"), new IllegalStateException("no HTTP"))) {
      assertThat(Upstream.problemOf(ours)).isEqualTo(GatewayProblem.BAD_ANSWER);
    }
  }
}
