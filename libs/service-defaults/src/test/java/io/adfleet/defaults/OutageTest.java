package io.adfleet.defaults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void aDatabaseThatIsAwayIsAnOutage() {
    assertTrue(Outage.caused(new ConnectException("Connection refused")));
    assertTrue(Outage.caused(new IllegalStateException(ClosedConnectionException.INSTANCE)));
    assertTrue(Outage.caused(stating("57P01")));
    assertTrue(Outage.caused(stating("57P03")));
  }

  @Test
  void aFaultOfOurOwnIsNone() {
    assertFalse(Outage.caused(new NullPointerException()));
    assertFalse(Outage.caused(stating("23505")));
    assertFalse(Outage.caused(null));
  }

  private static PgException stating(String sqlState) {
    return new PgException("said by the server", "FATAL", sqlState, null);
  }
}
