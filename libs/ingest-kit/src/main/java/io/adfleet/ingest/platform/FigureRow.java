package io.adfleet.ingest.platform;

import io.adfleet.contracts.ActionCount;
import io.adfleet.contracts.Figures;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a report says: money in micros, conversions in millionths.
 *
 * @param externalId the entity; the account itself in its totals
 * @param hour local hour as the platform labels it; null for the whole date
 * @param clicksAll clicks of every kind, where the platform counts more than those in the figures
 * @param actions the types of actions the conversions were taken from, where the platform has such
 */
public record FigureRow(
    String externalId,
    LocalDate date,
    @Nullable Integer hour,
    Figures figures,
    @Nullable Long conversionsByDate,
    @Nullable Long conversionValueByDate,
    @Nullable Long clicksAll,
    @Nullable List<ActionCount> actions) {}
