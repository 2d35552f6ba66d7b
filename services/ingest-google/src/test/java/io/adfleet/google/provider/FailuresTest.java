package io.adfleet.google.provider;

import static io.adfleet.ingest.platform.FailureKind.DISABLED;
import static io.adfleet.ingest.platform.FailureKind.NEEDS_REAUTH;
import static io.adfleet.ingest.platform.FailureKind.NO_PERMISSION;
import static io.adfleet.ingest.platform.FailureKind.PERMANENT;
import static io.adfleet.ingest.platform.FailureKind.RATE_LIMITED;
import static io.adfleet.ingest.platform.FailureKind.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.ads.googleads.v23.errors.AuthenticationErrorEnum.AuthenticationError;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.DatabaseErrorEnum.DatabaseError;
import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.ErrorDetails;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.ads.googleads.v23.errors.InternalErrorEnum.InternalError;
import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails.QuotaRateScope;
import com.google.ads.googleads.v23.errors.QuotaErrorEnum.QuotaError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.ApiExceptionFactory;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  private static final Metadata.Key<byte[]> SENT =
      Metadata.Key.of(
          "google.ads.googleads.v23.errors.googleadsfailure-bin", Metadata.BINARY_BYTE_MARSHALLER);

  @ParameterizedTest(name = "{1} is {2}")
  @MethodSource("codes")
  void readsTheErrorCodeThePlatformSent(
      Status status, String name, FailureKind kind, ErrorCode code) {
    Failure failure = Failures.of(thrown(status, GoogleAdsError.newBuilder().setErrorCode(code)));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).endsWith(name);
    assertThat(failure.sentence()).isNotBlank();
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        authentication(AuthenticationError.OAUTH_TOKEN_REVOKED, NEEDS_REAUTH),
        authentication(AuthenticationError.OAUTH_TOKEN_EXPIRED, NEEDS_REAUTH),
        authentication(AuthenticationError.OAUTH_TOKEN_INVALID, NEEDS_REAUTH),
        authentication(AuthenticationError.NOT_ADS_USER, NEEDS_REAUTH),
        authentication(AuthenticationError.CUSTOMER_NOT_FOUND, NO_PERMISSION),
        authentication(AuthenticationError.DEVELOPER_TOKEN_INVALID, PERMANENT),
        authorization(AuthorizationError.USER_PERMISSION_DENIED, NO_PERMISSION),
        authorization(AuthorizationError.CUSTOMER_NOT_ENABLED, DISABLED),
        authorization(AuthorizationError.DEVELOPER_TOKEN_NOT_APPROVED, PERMANENT),
        quota(QuotaError.RESOURCE_EXHAUSTED, RATE_LIMITED),
        quota(QuotaError.RESOURCE_TEMPORARILY_EXHAUSTED, RATE_LIMITED),
        quota(QuotaError.EXCESSIVE_SHORT_TERM_QUERY_RESOURCE_CONSUMPTION, RATE_LIMITED),
        quota(QuotaError.ACCESS_PROHIBITED, PERMANENT),
        internal(InternalError.INTERNAL_ERROR),
        internal(InternalError.TRANSIENT_ERROR),
        internal(InternalError.DEADLINE_EXCEEDED),
        Arguments.of(
            Status.ABORTED,
            "CONCURRENT_MODIFICATION",
            TRANSIENT,
            ErrorCode.newBuilder().setDatabaseError(DatabaseError.CONCURRENT_MODIFICATION).build()),
        Arguments.of(
            Status.INVALID_ARGUMENT,
            "QUERY_ERROR",
            PERMANENT,
            ErrorCode.newBuilder().setQueryError(QueryError.UNRECOGNIZED_FIELD).build()),
        Arguments.of(
            Status.INVALID_ARGUMENT,
            "REQUEST_ERROR",
            PERMANENT,
            ErrorCode.newBuilder().setRequestError(RequestError.INVALID_CUSTOMER_ID).build()));
  }

  @Test
  void waitsAsLongAsThePlatformAsksAndForWhomItAsks() {
    Failure account =
        Failures.of(thrown(Status.RESOURCE_EXHAUSTED, limited(QuotaRateScope.ACCOUNT)));
    Failure everyone =
        Failures.of(thrown(Status.RESOURCE_EXHAUSTED, limited(QuotaRateScope.DEVELOPER)));

    assertThat(account.retryAfter()).isEqualTo(Duration.ofSeconds(37));
    assertThat(account.everyone()).isFalse();
    assertThat(everyone.everyone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL", "ABORTED", "UNKNOWN", "CANCELLED"})
  void takesABareStatusOfADyingStreamAsPassing(Status.Code status) {
    assertThat(Failures.of(bare(status.toStatus())).kind()).isEqualTo(TRANSIENT);
  }

  @Test
  void takesABareRefusalForWhatItIs() {
    assertThat(Failures.of(bare(Status.UNAUTHENTICATED)).kind()).isEqualTo(NEEDS_REAUTH);
    assertThat(Failures.of(bare(Status.PERMISSION_DENIED)).kind()).isEqualTo(NO_PERMISSION);
    assertThat(Failures.of(bare(Status.RESOURCE_EXHAUSTED)).kind()).isEqualTo(RATE_LIMITED);
    assertThat(Failures.of(bare(Status.INVALID_ARGUMENT)).kind()).isEqualTo(PERMANENT);
  }

  @Test
  void neverReadsTheMessage() {
    GoogleAdsError.Builder misleading =
        GoogleAdsError.newBuilder()
            .setErrorCode(
                ErrorCode.newBuilder().setQueryError(QueryError.UNRECOGNIZED_FIELD).build())
            .setMessage("quota exhausted, unauthenticated, try again later");

    assertThat(Failures.of(thrown(Status.INVALID_ARGUMENT, misleading)).kind())
        .isEqualTo(PERMANENT);
  }

  private static Arguments authentication(AuthenticationError error, FailureKind kind) {
    return Arguments.of(
        Status.UNAUTHENTICATED,
        error.name(),
        kind,
        ErrorCode.newBuilder().setAuthenticationError(error).build());
  }

  private static Arguments authorization(AuthorizationError error, FailureKind kind) {
    return Arguments.of(
        Status.PERMISSION_DENIED,
        error.name(),
        kind,
        ErrorCode.newBuilder().setAuthorizationError(error).build());
  }

  private static Arguments quota(QuotaError error, FailureKind kind) {
    return Arguments.of(
        Status.RESOURCE_EXHAUSTED,
        error.name(),
        kind,
        ErrorCode.newBuilder().setQuotaError(error).build());
  }

  private static Arguments internal(InternalError error) {
    return Arguments.of(
        Status.INTERNAL,
        error.name(),
        TRANSIENT,
        ErrorCode.newBuilder().setInternalError(error).build());
  }

  private static GoogleAdsError.Builder limited(QuotaRateScope scope) {
    return GoogleAdsError.newBuilder()
        .setErrorCode(
            ErrorCode.newBuilder().setQuotaError(QuotaError.RESOURCE_TEMPORARILY_EXHAUSTED))
        .setDetails(
            ErrorDetails.newBuilder()
                .setQuotaErrorDetails(
                    QuotaErrorDetails.newBuilder()
                        .setRateScope(scope)
                        .setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(37))));
  }

  private static ApiException thrown(Status status, GoogleAdsError.Builder error) {
    Metadata trailers = new Metadata();
    trailers.put(SENT, GoogleAdsFailure.newBuilder().addErrors(error).build().toByteArray());
    return api(status.asRuntimeException(trailers));
  }

  private static ApiException bare(Status status) {
    return api(status.asRuntimeException());
  }

  private static ApiException api(StatusRuntimeException raw) {
    return ApiExceptionFactory.createException(
        raw, GrpcStatusCode.of(raw.getStatus().getCode()), true);
  }
}
