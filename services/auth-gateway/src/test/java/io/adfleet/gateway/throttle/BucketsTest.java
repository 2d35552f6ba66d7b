package io.adfleet.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {

  @Test
  void eachKeyHasItsOwnBucketAndLearnsWhenToComeBack() {
    Buckets buckets = new Buckets(3);
    assertThat(buckets.take("a").remaining()).isEqualTo(2);
    assertThat(buckets.take("a").allowed()).isTrue();
    assertThat(buckets.take("a").allowed()).isTrue();
    Buckets.Outcome refused = buckets.take("a");
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.reset()).isBetween(1L, 21L);
    assertThat(buckets.take("b").allowed()).isTrue();
  }
}
