package io.adfleet.ingest.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reading one ad platform. Calls block, rows are handed over one by one as they arrive, and every
 * failure is a {@link PlatformException}; what was handed over before it must be taken as
 * incomplete.
 */
public interface AdsClient {

  /** The kinds of entities the platform has, parents before their children. */
  List<String> kinds();

  /** Figures of every entity of a level for each date of a range. */
  void figures(
      AdAccount account, String level, LocalDate from, LocalDate to, Consumer<FigureRow> sink);

  /** Figures of every campaign by local hour. */
  void hours(AdAccount account, LocalDate from, LocalDate to, Consumer<FigureRow> sink);

  /** The platform's own totals of the account for each date that has any. */
  void totals(AdAccount account, LocalDate from, LocalDate to, Consumer<FigureRow> sink);

  /** Every entity of a kind, whatever its status. */
  void entities(AdAccount account, String kind, Consumer<EntityRow> sink);
}
