package io.adfleet.sandbox.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void partsAreWholeStepsAndAddUp() {
    assertArrayEquals(new long[] {3, 0, 3, 4}, Shares.parts(10, 1, new long[] {1, 0, 1, 1}));
    assertArrayEquals(
        new long[] {500_000, 510_000}, Shares.parts(1_010_000, 10_000, new long[] {1, 1}));
  }

  @Test
  void partsOfAnythingAddUp() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      long total = random.nextLong(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L);
      long[] weights = random.longs(24, 0, 2_000).toArray();
      weights[7] = 1;
      long[] parts = Shares.parts(total, i % 2 == 0 ? 1 : 10_000, weights);
      assertEquals(total, Arrays.stream(parts).sum());
    }
  }

  @Test
  void whatHasPassedNeverShrinksAndEndsWhole() {
    long before = 0;
    for (int minute = 0; minute <= 60; minute++) {
      long passed = Shares.passed(1_234_567, 10_000, minute, 60);
      assertEquals(true, passed >= before);
      before = passed;
    }
    assertEquals(1_234_567, before);
  }
}
