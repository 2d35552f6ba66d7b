package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.adfleet.contracts.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void theMostOfEverythingThatIsSaidCounts() throws JsonProcessingException {
    Load load =
        Load.of(
            Json.mapper()
                .writeValueAsString(
                    Map.of(
                        "x-business-use-case-usage",
                        """
                        {"1":[{"type":"ads_management","call_count":12,"total_cputime":3,
                               "total_time":1,"estimated_time_to_regain_access":0},
                              {"type":"ads_insights","call_count":40,"total_cputime":71,
                               "total_time":9,"estimated_time_to_regain_access":3}]}
                        """,
                        "x-ad-account-usage",
                        "{\"acc_id_util_pct\":66.7,\"reset_time_duration\":90}",
                        "x-fb-ads-insights-throttle",
                        "{\"app_id_util_pct\":20,\"acc_id_util_pct\":70}",
                        "x-app-usage",
                        "{\"call_count\":28,\"total_time\":25,\"total_cputime\":25}")));

    assertThat(load).isEqualTo(new Load(71, 28, Duration.ofMinutes(3)));
  }

  @Test
  void nothingSaidIsNothingUsed() {
    assertThat(Load.of(null)).isEqualTo(Load.NONE);
    assertThat(Load.of("{}")).isEqualTo(Load.NONE);
    assertThat(Load.of("{\"x-app-usage\":\"not json\"}")).isEqualTo(Load.NONE);
  }
}
