package io.adfleet.sandbox.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaqlTest {

  @Test
  void readsEveryClause() {
    Gaql query =
        Gaql.parse(
            """
            select campaign.id, campaign.name, metrics.clicks
            FROM campaign
            WHERE segments.date BETWEEN '2026-11-01' AND "2026-11-22"
              AND campaign.status IN ('ENABLED', PAUSED) AND campaign.name NOT LIKE '%it\\'s%'
              AND metrics.clicks>=5
            ORDER BY metrics.clicks DESC, campaign.id
            LIMIT 10
            PARAMETERS omit_unselected_resource_names = true
            """);
    assertEquals("campaign", query.from());
    assertEquals(4, query.where().size());
    assertEquals(List.of("ENABLED", "PAUSED"), query.where().get(1).literals());
    assertEquals(List.of("%it's%"), query.where().get(2).literals());
    assertEquals(Condition.Operator.AT_LEAST, query.where().get(3).operator());
    assertTrue(query.orderBy().getFirst().descending());
    assertEquals(10, query.limit());
    assertTrue(query.omitsUnselectedResourceNames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FROM campaign | EXPECTED_SELECT
          SELECT campaign.id | UNEXPECTED_END_OF_QUERY
          SELECT campaign.id campaign | EXPECTED_FROM
          SELECT campaign.nonsense FROM campaign | UNRECOGNIZED_FIELD
          SELECT campaign FROM campaign | UNRECOGNIZED_FIELD
          SELECT ad_group.id FROM campaign | PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE
          SELECT campaign.id FROM nothing | BAD_RESOURCE_TYPE_IN_FROM_CLAUSE
          SELECT segments.device, metrics.clicks FROM campaign | PROHIBITED_SEGMENT_IN_SELECT_OR_WHERE_CLAUSE
          SELECT metrics.ctr FROM campaign | PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE
          SELECT segments.date, metrics.clicks FROM campaign | EXPECTED_FILTERS_ON_DATE_RANGE
          SELECT segments.date FROM campaign WHERE segments.date >= '2026-01-01' | EXPECTED_FILTERS_ON_DATE_RANGE
          SELECT metrics.clicks FROM campaign WHERE segments.hour = 3 | EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE
          SELECT campaign.id FROM campaign WHERE segments.date = '22.11.2026' | INVALID_DATE_FORMAT
          SELECT campaign.id FROM campaign WHERE campaign.status = 'ON' | BAD_ENUM_CONSTANT
          SELECT campaign.id FROM campaign WHERE campaign.id = 'x' | BAD_NUMBER
          SELECT campaign.id FROM campaign WHERE campaign.status > 'ENABLED' | OPERATOR_FIELD_MISMATCH
          SELECT campaign.id FROM campaign WHERE campaign.id IN () | PROHIBITED_EMPTY_LIST_IN_CONDITION
          SELECT campaign.id FROM campaign WHERE campaign.name = 'x | STRING_NOT_TERMINATED
          SELECT campaign.id FROM campaign LIMIT 0 | BAD_NUMBER
          SELECT campaign.id FROM campaign ORDER campaign.id | EXPECTED_BY
          SELECT campaign.id FROM campaign; | UNEXPECTED_INPUT
          SELECT campaign.id FROM campaign PARAMETERS x=1 | BAD_PARAMETER_NAME
          """)
  void saysWhatIsWrong(String query, String error) throws InvalidProtocolBufferException {
    StatusRuntimeException refused =
        assertThrows(StatusRuntimeException.class, () -> Resource.of(Gaql.parse(query)));
    Metadata.Key<byte[]> key =
        Metadata.Key.of(
            "google.ads.googleads.v23.errors.googleadsfailure-bin",
            Metadata.BINARY_BYTE_MARSHALLER);
    GoogleAdsFailure failure = GoogleAdsFailure.parseFrom(refused.getTrailers().get(key));
    assertEquals(error, failure.getErrors(0).getErrorCode().getQueryError().name());
  }
}
