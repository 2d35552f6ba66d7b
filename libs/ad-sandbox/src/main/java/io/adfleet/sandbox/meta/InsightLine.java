package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.world.Action;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of insights before it is written.
 *
 * @param entity what it is about; null for the account
 * @param span its dates
 * @param hour its hour, where rows are those of hours
 * @param figures what is said
 * @param actions the actions by type; empty where no one asked
 */
record InsightLine(
    @Nullable Entity entity,
    InsightsQuery.Span span,
    @Nullable Integer hour,
    Figures figures,
    Map<String, Action> actions) {}
