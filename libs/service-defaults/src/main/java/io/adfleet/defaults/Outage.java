package io.adfleet.defaults;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells that a database or another part is away for a moment from a fault of our own. */
public final class Outage {

  /** What to tell who asked. */
  public static final String DETAIL =
      "A part this needs can't be reached right now. Try again in a moment.";

  /** Seconds after which asking again makes sense. */
  public static final int RETRY_AFTER = 5;

  /** admin_shutdown, crash_shutdown, cannot_connect_now. */
  private static final Set<String> STOPPING = Set.of("57P01", "57P02", "57P03");

  private Outage() {}

  /** Whether the failure, or what caused it, is that nobody answers. */
  public static boolean caused(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof ClosedConnectionException
          || (cause instanceof PgException pg && STOPPING.contains(pg.getSqlState()))) {
        return true;
      }
    }
    return false;
  }
}
