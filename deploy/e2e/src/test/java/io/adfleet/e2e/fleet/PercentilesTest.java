package io.adfleet.e2e.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void namesTheSmallestDurationThatEnoughDoNotExceed() {
    Percentiles hundredMilliseconds =
        new Percentiles(LongStream.rangeClosed(1, 200).map(i -> i * 500_000).toArray());
    assertEquals(50.0, hundredMilliseconds.milliseconds(50));
    assertEquals(99.0, hundredMilliseconds.milliseconds(99));
    assertEquals(100.0, hundredMilliseconds.milliseconds(100));
  }

  @Test
  void countsASingleDurationAsEveryPercentile() {
    assertEquals(7.0, new Percentiles(new long[] {7_000_000}).milliseconds(1));
  }
}
