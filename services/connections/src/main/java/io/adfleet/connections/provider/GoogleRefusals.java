package io.adfleet.connections.provider;

import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.protobuf.InvalidProtocolBufferException;
import io.adfleet.connections.provider.FoundAccount.Access;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a failed call to the Google Ads API means, read from its error codes. */
final class GoogleRefusals {

  private static final Metadata.Key<byte[]> FAILURE =
      Metadata.Key.of(
          "google.ads.googleads.v23.errors.googleadsfailure-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private GoogleRefusals() {}

  /** The refusal of a whole consent. */
  static PlatformRefusal refusal(StatusRuntimeException failure) {
    Status.Code code = failure.getStatus().getCode();
    PlatformRefusal.Kind kind =
        switch (code) {
          case UNAUTHENTICATED -> PlatformRefusal.Kind.REVOKED;
          case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL, ABORTED, UNKNOWN ->
              PlatformRefusal.Kind.UNAVAILABLE;
          default -> PlatformRefusal.Kind.REFUSED;
        };
    return new PlatformRefusal(kind, "Google Ads answered " + code + " " + names(failure));
  }

  /** How one account stands that can't be listed; null if the failure isn't about the account. */
  static @Nullable Access accessOf(StatusRuntimeException failure) {
    for (ErrorCode error : errors(failure)) {
      if (error.getAuthorizationError() == AuthorizationError.CUSTOMER_NOT_ENABLED) {
        return Access.DISABLED;
      }
    }
    return failure.getStatus().getCode() == Status.Code.PERMISSION_DENIED
        ? Access.NO_PERMISSION
        : null;
  }

  private static List<String> names(StatusRuntimeException failure) {
    return errors(failure).stream().map(error -> error.getErrorCodeCase().name()).toList();
  }

  private static List<ErrorCode> errors(StatusRuntimeException failure) {
    byte[] bytes = failure.getTrailers() == null ? null : failure.getTrailers().get(FAILURE);
    if (bytes == null) {
      return List.of();
    }
    try {
      return GoogleAdsFailure.parseFrom(bytes).getErrorsList().stream()
          .map(GoogleAdsError::getErrorCode)
          .toList();
    } catch (InvalidProtocolBufferException e) {
      return List.of();
    }
  }
}
