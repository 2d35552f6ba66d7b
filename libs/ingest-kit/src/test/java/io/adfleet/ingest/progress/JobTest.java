package io.adfleet.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTest {

  @Test
  void neverSucceedsBeforeItsLastSlice() {
    assertThat(job(9, 0, 10, null).outcome()).isEqualTo("running");
    assertThat(job(10, 0, 10, null).outcome()).isEqualTo("succeeded");
  }

  @Test
  void isPartialWhenASliceWasGivenUp() {
    assertThat(job(9, 1, 10, "transient").outcome()).isEqualTo("partial");
  }

  @Test
  void isPartialWhenItsOnlySliceWasRefused() {
    assertThat(job(0, 1, 1, "refused_slice").outcome()).isEqualTo("partial");
  }

  @Test
  void failedWhenNothingCouldBeRead() {
    assertThat(job(0, 3, 3, "permanent").outcome()).isEqualTo("failed");
  }

  @Test
  void succeedsAtOnceWhenNothingWasWanted() {
    assertThat(job(0, 0, 0, null).outcome()).isEqualTo("succeeded");
  }

  private static Job job(int done, int failed, int of, String kind) {
    return new Job(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "live",
        "running",
        done,
        of,
        failed,
        kind,
        null,
        null,
        null,
        1,
        null);
  }
}
