package io.adfleet.dashboard.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's reporting zone and base currency. One that was made a moment ago and has not been
 * heard of yet reports in UTC.
 */
public record Workspace(@Nullable String currency, ZoneId zone) {

  static final Workspace UNHEARD = new Workspace(null, ZoneOffset.UTC);

  public LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }
}
