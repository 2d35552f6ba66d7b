package io.adfleet.dashboard.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Query;
import org.junit.jupiter.api.Test;

class MetricKeysTest {

  @Test
  void theQueryLanguageKnowsEveryMetricAndNoOther() {
    assertThat(Query.METRICS).isEqualTo(Metric.all().stream().map(Metric::key).toList());
  }
}
