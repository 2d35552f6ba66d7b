package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.AuthenticationErrorEnum.AuthenticationError;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.ErrorDetails;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.ads.googleads.v23.errors.InternalErrorEnum.InternalError;
import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails;
import com.google.ads.googleads.v23.errors.QuotaErrorEnum.QuotaError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.protobuf.Duration;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Every way Google Ads says no: a status, and in its trailers the failure with its code. */
final class Failures {

  private static final Metadata.Key<byte[]> FAILURE =
      Metadata.Key.of(
          "google.ads.googleads.v23.errors.googleadsfailure-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private Failures() {}

  static StatusRuntimeException query(QueryError error, String sentence) {
    return failure(
        Status.Code.INVALID_ARGUMENT,
        sentence,
        ErrorCode.newBuilder().setQueryError(error),
        ErrorDetails.getDefaultInstance());
  }

  static StatusRuntimeException request(RequestError error, String sentence) {
    return failure(
        Status.Code.INVALID_ARGUMENT,
        sentence,
        ErrorCode.newBuilder().setRequestError(error),
        ErrorDetails.getDefaultInstance());
  }

  static StatusRuntimeException unauthenticated(AuthenticationError error, String sentence) {
    return failure(
        Status.Code.UNAUTHENTICATED,
        sentence,
        ErrorCode.newBuilder().setAuthenticationError(error),
        ErrorDetails.getDefaultInstance());
  }

  static StatusRuntimeException denied(AuthorizationError error, String sentence) {
    return failure(
        Status.Code.PERMISSION_DENIED,
        sentence,
        ErrorCode.newBuilder().setAuthorizationError(error),
        ErrorDetails.getDefaultInstance());
  }

  static StatusRuntimeException quota(int retryAfterSeconds) {
    return failure(
        Status.Code.RESOURCE_EXHAUSTED,
        "Too many requests. Retry in " + retryAfterSeconds + " seconds.",
        ErrorCode.newBuilder().setQuotaError(QuotaError.RESOURCE_EXHAUSTED),
        ErrorDetails.newBuilder()
            .setQuotaErrorDetails(
                QuotaErrorDetails.newBuilder()
                    .setRateScope(QuotaErrorDetails.QuotaRateScope.DEVELOPER)
                    .setRateName("Number of operations for basic access")
                    .setRetryDelay(Duration.newBuilder().setSeconds(retryAfterSeconds)))
            .build());
  }

  static StatusRuntimeException broken() {
    return failure(
        Status.Code.INTERNAL,
        "An internal error has occurred.",
        ErrorCode.newBuilder().setInternalError(InternalError.TRANSIENT_ERROR),
        ErrorDetails.getDefaultInstance());
  }

  private static StatusRuntimeException failure(
      Status.Code status, String sentence, ErrorCode.Builder code, ErrorDetails details) {
    GoogleAdsError.Builder error =
        GoogleAdsError.newBuilder().setErrorCode(code).setMessage(sentence);
    if (!details.equals(ErrorDetails.getDefaultInstance())) {
      error.setDetails(details);
    }
    Metadata trailers = new Metadata();
    trailers.put(
        FAILURE,
        GoogleAdsFailure.newBuilder()
            .addErrors(error)
            .setRequestId(CallHeaders.current().requestId())
            .build()
            .toByteArray());
    return status.toStatus().withDescription(sentence).asRuntimeException(trailers);
  }
}
