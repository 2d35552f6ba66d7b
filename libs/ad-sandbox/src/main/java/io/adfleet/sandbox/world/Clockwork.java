package io.adfleet.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spreads one entity's date over its hours and shows of each what has passed. */
final class Clockwork {

  private final Account account;
  private final LocalDay day;
  private final long[] weights;
  private final long[] minutes;
  private final long[] passed;

  Clockwork(World world, Entity entity, LocalDate date, Instant until) {
    this.account = entity.account();
    this.day = LocalDay.of(account.zone(), date);
    this.weights = Curve.of(channel(world, entity)).weights(day);
    this.minutes = day.minutes();
    this.passed = day.passed(until);
  }

  private static @Nullable String channel(World world, Entity entity) {
    Entity top = entity;
    for (Entity above = entity; above != null; ) {
      top = above;
      above = above.parentId() == null ? null : world.entity(above.parentId());
    }
    return top.channel();
  }

  /** All of a row, spread over the day or put into its hour, before the clock hides the rest. */
  void add(Figures[] whole, @Nullable Integer hour, Figures figures) {
    if (hour == null) {
      figures.reported().forEach((measure, total) -> spread(whole, measure, total));
    } else {
      int said = day.saidIn(hour);
      whole[said] = whole[said].plus(figures);
    }
  }

  private void spread(Figures[] whole, Measure measure, long total) {
    long[] parts = Shares.parts(total, account.step(measure), weights);
    for (int hour = 0; hour < parts.length; hour++) {
      whole[hour] = whole[hour].plus(Figures.NONE.with(measure, parts[hour]));
    }
  }

  /** Hides of every hour what hasn't passed. */
  void hideTheRest(Figures[] hours) {
    for (int hour = 0; hour < hours.length; hour++) {
      hours[hour] = shown(hour, hours[hour]);
    }
  }

  /** Replaces one measure of the day. */
  void put(Figures[] hours, Measure measure, long total) {
    long[] parts = visibleParts(measure, total);
    for (int hour = 0; hour < hours.length; hour++) {
      hours[hour] = hours[hour].with(measure, parts[hour]);
    }
  }

  /** What is visible of each hour when a day's total is spread over it. */
  long[] visibleParts(Measure measure, long total) {
    long[] parts = Shares.parts(total, account.step(measure), weights);
    for (int hour = 0; hour < parts.length; hour++) {
      parts[hour] = shown(hour, measure, parts[hour]);
    }
    return parts;
  }

  /** Replaces the day, or one of its hours. */
  void replace(Figures[] hours, Restatement restatement) {
    Figures[] whole = new Figures[hours.length];
    Arrays.fill(whole, Figures.NONE);
    add(whole, restatement.hour(), restatement.figures());
    for (int hour = 0; hour < hours.length; hour++) {
      if (isAbout(restatement, hour)) {
        hours[hour] = shown(hour, whole[hour]);
      }
    }
  }

  /** Whether a restatement says something else of that hour. */
  boolean isAbout(Restatement restatement, int hour) {
    return restatement.hour() == null || day.saidIn(restatement.hour()) == hour;
  }

  private Figures shown(int hour, Figures whole) {
    Figures shown = Figures.NONE;
    for (Map.Entry<Measure, Long> entry : whole.reported().entrySet()) {
      shown = shown.with(entry.getKey(), shown(hour, entry.getKey(), entry.getValue()));
    }
    return shown;
  }

  private long shown(int hour, Measure measure, long whole) {
    return Shares.passed(whole, account.step(measure), passed[hour], minutes[hour]);
  }
}
