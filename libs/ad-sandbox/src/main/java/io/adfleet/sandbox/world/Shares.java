package io.adfleet.sandbox.world;

import java.math.BigInteger;
import java.util.Arrays;

/** Dividing whole figures so that the parts add up exactly. */
final class Shares {

  private Shares() {}

  /**
   * The parts of a total, in whole steps, proportional to the weights. The running sum is rounded
   * down after every part, and the last part that weighs something completes the total.
   */
  static long[] parts(long total, long step, long[] weights) {
    long sum = Arrays.stream(weights).sum();
    long steps = Math.floorDiv(total, step);
    long[] parts = new long[weights.length];
    long weighed = 0;
    long given = 0;
    int last = weights.length - 1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        weighed += weights[i];
        long until = proportion(steps, weighed, sum) * step;
        parts[i] = until - given;
        given = until;
        last = i;
      }
    }
    parts[last] += total - given;
    return parts;
  }

  /** The passed part of a figure, rounded down to whole steps until all has passed. */
  static long passed(long figure, long step, long passed, long whole) {
    return passed >= whole ? figure : proportion(Math.floorDiv(figure, step), passed, whole) * step;
  }

  private static long proportion(long steps, long part, long whole) {
    if (Math.multiplyHigh(steps, part) == 0 && steps * part >= 0) {
      return steps * part / whole;
    }
    BigInteger product = BigInteger.valueOf(steps).multiply(BigInteger.valueOf(part));
    BigInteger[] halves = product.divideAndRemainder(BigInteger.valueOf(whole));
    return halves[1].signum() < 0 ? halves[0].longValueExact() - 1 : halves[0].longValueExact();
  }
}
