package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The total of one entity since its local midnight at the end of what was seen in one slot.
 *
 * @param slot start of the quarter of an hour in UTC
 * @param source {@code reading}: the last reading in the slot; {@code hours}: the total at the end
 *     of a local hour of the platform's hourly report, standing in that hour's last slot
 */
public record Intraday(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String level,
    UUID entityId,
    LocalDate date,
    Instant slot,
    Instant observedAt,
    long version,
    String zone,
    String currency,
    String source,
    long spend,
    long impressions,
    long clicks,
    long conversions,
    long conversionValue) {

  public static final String SOURCE_READING = "reading";
  public static final String SOURCE_HOURS = "hours";

  public Figures figures() {
    return new Figures(spend, impressions, clicks, conversions, conversionValue);
  }
}
