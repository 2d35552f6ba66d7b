package io.adfleet.sandbox.world;

/** How often something was done, in millionths, and what it was worth, in micros. */
public record Action(long count, long value) {

  Action plus(Action other) {
    return new Action(Math.addExact(count, other.count), Math.addExact(value, other.value));
  }
}
