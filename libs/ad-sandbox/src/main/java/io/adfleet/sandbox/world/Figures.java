package io.adfleet.sandbox.world;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** One integer per measure; a measure that the platform doesn't report is absent, not zero. */
public final class Figures {

  private static final long ABSENT = Long.MIN_VALUE;

  /** Nothing is reported. */
  public static final Figures NONE = new Figures(absent());

  private final long[] values;

  private Figures(long[] values) {
    this.values = values;
  }

  /** The figures of that map; what it doesn't hold is absent. */
  public static Figures of(Map<Measure, Long> reported) {
    long[] values = absent();
    reported.forEach((measure, value) -> values[measure.ordinal()] = value);
    return new Figures(values);
  }

  private static long[] absent() {
    long[] values = new long[Measure.values().length];
    Arrays.fill(values, ABSENT);
    return values;
  }

  /** The figure, zero where it isn't reported. */
  public long get(Measure measure) {
    long value = values[measure.ordinal()];
    return value == ABSENT ? 0 : value;
  }

  /** Whether the platform reports this measure. */
  public boolean reports(Measure measure) {
    return values[measure.ordinal()] != ABSENT;
  }

  /** Both together; a measure is absent only if both lack it. */
  public Figures plus(Figures other) {
    if (other == NONE) {
      return this;
    }
    if (this == NONE) {
      return other;
    }
    long[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      if (other.values[i] != ABSENT) {
        sum[i] = sum[i] == ABSENT ? other.values[i] : Math.addExact(sum[i], other.values[i]);
      }
    }
    return new Figures(sum);
  }

  /** The same with one measure set. */
  public Figures with(Measure measure, long value) {
    long[] copy = values.clone();
    copy[measure.ordinal()] = value;
    return new Figures(copy);
  }

  /** The same with another measure's figure under a measure that isn't reported itself. */
  Figures orElse(Measure missing, Measure instead) {
    return reports(missing) || !reports(instead) ? this : with(missing, get(instead));
  }

  /** What is reported, by measure. */
  public Map<Measure, Long> reported() {
    Map<Measure, Long> reported = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      if (reports(measure)) {
        reported.put(measure, get(measure));
      }
    }
    return reported;
  }
}
