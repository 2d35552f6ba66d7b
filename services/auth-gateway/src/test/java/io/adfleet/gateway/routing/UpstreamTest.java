package io.adfleet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.gateway.GatewayProblem;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class UpstreamTest {

  @Test
  void everyWayToFailHasItsOwnWords() {
    assertThat(Upstream.problemOf(new ConnectionPoolTooBusyException("full")))
        .isEqualTo(GatewayProblem.UPSTREAM_BUSY);
    assertThat(Upstream.problemOf(new ConnectException("refused")))
        .isEqualTo(GatewayProblem.UPSTREAM_DOWN);
    assertThat(Upstream.problemOf(new TimeoutException("late"))).isEqualTo(GatewayProblem.TOO_SLOW);
    assertThat(Upstream.problemOf(new VertxException(new TimeoutException("late"))))
        .isEqualTo(GatewayProblem.TOO_SLOW);
    assertThat(Upstream.problemOf(new HttpClosedException("gone")))
        .isEqualTo(GatewayProblem.BAD_ANSWER);
  }
}
