package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.facebook.ads.sdk.APIException;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

  @ParameterizedTest(name = "HTTP {0}, code {1}, subcode {2}: {3}")
  @CsvSource({
    "401, 190, 0, NEEDS_REAUTH, 190",
    "401, 190, 458, NEEDS_REAUTH, 190.458",
    "401, 190, 460, NEEDS_REAUTH, 190.460",
    "401, 190, 463, NEEDS_REAUTH, 190.463",
    "400, 102, 0, NEEDS_REAUTH, 102",
    "403, 200, 0, NO_PERMISSION, 200",
    "403, 10, 0, NO_PERMISSION, 10",
    "400, 3, 0, NO_PERMISSION, 3",
    "400, 294, 0, NO_PERMISSION, 294",
    "400, 100, 33, NO_PERMISSION, 100.33",
    "400, 4, 1504022, RATE_LIMITED, 4.1504022",
    "400, 17, 2446079, RATE_LIMITED, 17.2446079",
    "400, 32, 0, RATE_LIMITED, 32",
    "400, 613, 1487742, RATE_LIMITED, 613.1487742",
    "400, 80000, 2446079, RATE_LIMITED, 80000.2446079",
    "400, 80004, 2446079, RATE_LIMITED, 80004.2446079",
    "400, 80014, 0, RATE_LIMITED, 80014",
    "500, 1, 0, TRANSIENT, 1",
    "500, 1, 99, TRANSIENT, 1.99",
    "500, 2, 0, TRANSIENT, 2",
    "400, 2, 0, TRANSIENT, 2",
    "503, 7777, 0, TRANSIENT, 7777",
    "400, 100, 1487534, TRANSIENT, 100.1487534",
    "400, 100, 0, PERMANENT, 100",
    "400, 2500, 0, PERMANENT, 2500",
    "400, 3018, 0, PERMANENT, 3018",
  })
  void knowsACodeByItsNumber(int status, int code, int subcode, FailureKind kind, String name) {
    Failure failure = Failures.of(sent(status, code, subcode, ""));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(name);
  }

  @Test
  void aSmallerQuestionHelpsWhereTheAnswerIsTooLarge() {
    assertThat(Failures.asksForLess(Failures.of(sent(500, 1, 0, "")))).isTrue();
    assertThat(Failures.asksForLess(Failures.of(sent(400, 100, 1487534, "")))).isTrue();
    assertThat(Failures.asksForLess(Failures.of(sent(500, 1, 99, "")))).isFalse();
    assertThat(Failures.asksForLess(Failures.of(sent(500, 2, 0, "")))).isFalse();
  }

  @Test
  void waitsAsLongAsTheHeadersSay() {
    Failure failure =
        Failures.of(
            sent(
                400, 17, 2446079, ",\"x-ad-account-usage\":\"{\\\"reset_time_duration\\\":300}\""));

    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(300));
    assertThat(failure.everyone()).isFalse();
    assertThat(Failures.of(sent(400, 4, 0, "")).everyone()).isTrue();
  }

  @Test
  void whatIsMarkedAsPassingPasses() {
    APIException sent =
        new APIException.FailedRequestException(
            "{\":status\":\"400\"}",
            "{\"error\":{\"code\":2601,\"error_subcode\":1815107,\"is_transient\":true}}",
            null);

    assertThat(Failures.of(sent).kind()).isEqualTo(FailureKind.TRANSIENT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"401, NEEDS_REAUTH", "403, NO_PERMISSION", "429, RATE_LIMITED", "502, TRANSIENT"})
  void goesByTheStatusWhereNoCodeIsSent(int status, FailureKind kind) {
    APIException sent =
        new APIException.FailedRequestException(
            "{\":status\":\"" + status + "\"}", "<html>sorry</html>", null);

    assertThat(Failures.of(sent).kind()).isEqualTo(kind);
  }

  @Test
  void noAnswerPasses() {
    APIException none =
        new APIException.FailedRequestException(new HttpTimeoutException("too late"));

    assertThat(Failures.of(none).kind()).isEqualTo(FailureKind.TRANSIENT);
    assertThat(Failures.of(none).code()).isEqualTo("http.HttpTimeoutException");
  }

  private static APIException sent(int status, int code, int subcode, String headers) {
    return new APIException.FailedRequestException(
        "{\":status\":\"" + status + "\"" + headers + "}",
        "{\"error\":{\"message\":\"says nothing\",\"code\":"
            + code
            + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode)
            + "}}",
        null);
  }
}
