package io.adfleet.attribution.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceTimeoutException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordEventsTest {

  @Test
  void whereNobodyAnswersTheBatchIsAskedForAgain() {
    assertThat(RecordEvents.isPassing(new ConnectException("Connection refused"))).isTrue();
    assertThat(RecordEvents.isPassing(ClosedConnectionException.INSTANCE)).isTrue();
    assertThat(RecordEvents.isPassing(new TimeoutException())).isTrue();
    assertThat(RecordEvents.isPassing(new NoStackTraceTimeoutException("no connection"))).isTrue();
    assertThat(RecordEvents.isPassing(new ConnectionPoolTooBusyException("full"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40P01", "53100", "53300", "55P03", "57014", "57P01", "58030"})
  void whereTheDatabaseIsBusyTheBatchIsAskedForAgain(String sqlState) {
    assertThat(RecordEvents.isPassing(stating(sqlState))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22P02", "22P05", "23502", "42703", "42501"})
  void whatTheDatabaseWillNeverTakeIsAFaultOfOurOwn(String sqlState) {
    assertThat(RecordEvents.isPassing(stating(sqlState))).isFalse();
    assertThat(RecordEvents.isPassing(new IllegalArgumentException())).isFalse();
  }

  private static PgException stating(String sqlState) {
    return new PgException("said by the server", "ERROR", sqlState, null);
  }
}
