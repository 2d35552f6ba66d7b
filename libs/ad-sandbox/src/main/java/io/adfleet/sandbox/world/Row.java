package io.adfleet.sandbox.world;

import org.jspecify.annotations.Nullable;

/** One row of {@code days.csv}: an hour's figures, or a whole day's where the hour is null. */
record Row(@Nullable Integer hour, Figures figures) {}
