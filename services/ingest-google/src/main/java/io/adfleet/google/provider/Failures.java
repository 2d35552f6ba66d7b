package io.adfleet.google.provider;

import com.google.ads.googleads.v23.errors.AuthenticationErrorEnum.AuthenticationError;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.DatabaseErrorEnum.DatabaseError;
import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.ads.googleads.v23.errors.InternalErrorEnum.InternalError;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails.QuotaRateScope;
import com.google.ads.googleads.v23.errors.QuotaErrorEnum.QuotaError;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what a failure of Google Ads means: by its error code, and by the gRPC
 * status where no code was sent. Messages and {@code isRetryable()} are never looked at.
 */
final class Failures {

  private static final String REAUTHORIZE =
      "Google no longer accepts this connection. Authorize it again; nothing is lost meanwhile.";
  private static final String ASK_FOR_ACCESS =
      "The person who connected this account may not read it. Ask its owner for access in Google"
          + " Ads, or authorize with someone who has it.";
  private static final String ENABLE =
      "This account is not enabled at Google Ads. Enable it there; reading then goes on.";
  private static final String WAIT = "Google Ads asked us to slow down. Reading goes on by itself.";
  private static final String PASSING =
      "Google Ads could not answer just now. The next sync reads this again.";
  private static final String REFUSED =
      "Google Ads refuses to answer this question. It is ours to repair; the code is in the log.";

  private static final GoogleAdsException.Factory SENT = new GoogleAdsException.Factory();

  private Failures() {}

  /** What a thrown thing means. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof PlatformException known) {
      return known.failure();
    }
    if (thrown instanceof GoogleAdsException sent) {
      return ofSent(sent);
    }
    if (thrown instanceof ApiException bare) {
      return SENT.createGoogleAdsException(bare)
          .map(Failures::ofSent)
          .orElseGet(() -> ofStatus(bare.getStatusCode().getCode()));
    }
    if (thrown instanceof io.grpc.StatusRuntimeException raw) {
      return ofStatus(StatusCode.Code.valueOf(raw.getStatus().getCode().name()));
    }
    return Failure.of(FailureKind.PERMANENT, thrown.getClass().getSimpleName(), REFUSED);
  }

  private static Failure ofSent(GoogleAdsException sent) {
    for (GoogleAdsError error : sent.getGoogleAdsFailure().getErrorsList()) {
      Failure known = ofError(error);
      if (known != null) {
        return known;
      }
    }
    return ofStatus(sent.getStatusCode().getCode());
  }

  /** Null where the code alone doesn't decide. */
  static @Nullable Failure ofError(GoogleAdsError error) {
    ErrorCode code = error.getErrorCode();
    String family = code.getErrorCodeCase().name();
    return switch (code.getErrorCodeCase()) {
      case AUTHENTICATION_ERROR -> authentication(family, code.getAuthenticationError());
      case AUTHORIZATION_ERROR -> authorization(family, code.getAuthorizationError());
      case QUOTA_ERROR -> quota(family, code.getQuotaError(), error);
      case INTERNAL_ERROR -> internal(family, code.getInternalError());
      case DATABASE_ERROR ->
          code.getDatabaseError() == DatabaseError.CONCURRENT_MODIFICATION
              ? Failure.of(FailureKind.TRANSIENT, named(family, code.getDatabaseError()), PASSING)
              : Failure.of(FailureKind.PERMANENT, named(family, code.getDatabaseError()), REFUSED);
      case ERRORCODE_NOT_SET -> null;
      default -> Failure.of(FailureKind.PERMANENT, family, REFUSED);
    };
  }

  private static Failure authentication(String family, AuthenticationError error) {
    String code = named(family, error);
    return switch (error) {
      case CUSTOMER_NOT_FOUND, CLIENT_CUSTOMER_ID_INVALID ->
          Failure.of(FailureKind.NO_PERMISSION, code, ASK_FOR_ACCESS);
      case DEVELOPER_TOKEN_INVALID,
          ORGANIZATION_NOT_RECOGNIZED,
          ORGANIZATION_NOT_APPROVED,
          ORGANIZATION_NOT_ASSOCIATED_WITH_DEVELOPER_TOKEN ->
          Failure.of(FailureKind.PERMANENT, code, REFUSED);
      default -> Failure.of(FailureKind.NEEDS_REAUTH, code, REAUTHORIZE);
    };
  }

  private static Failure authorization(String family, AuthorizationError error) {
    String code = named(family, error);
    return switch (error) {
      case CUSTOMER_NOT_ENABLED, ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT ->
          Failure.of(FailureKind.DISABLED, code, ENABLE);
      case DEVELOPER_TOKEN_NOT_APPROVED,
          DEVELOPER_TOKEN_NOT_ON_ALLOWLIST,
          DEVELOPER_TOKEN_PROHIBITED,
          PROJECT_DISABLED,
          CLOUD_PROJECT_NOT_UNDER_ORGANIZATION ->
          Failure.of(FailureKind.PERMANENT, code, REFUSED);
      default -> Failure.of(FailureKind.NO_PERMISSION, code, ASK_FOR_ACCESS);
    };
  }

  private static Failure quota(String family, QuotaError error, GoogleAdsError whole) {
    String code = named(family, error);
    if (error == QuotaError.ACCESS_PROHIBITED) {
      return Failure.of(FailureKind.PERMANENT, code, REFUSED);
    }
    Duration delay = null;
    boolean everyone = error == QuotaError.RESOURCE_EXHAUSTED;
    if (whole.getDetails().hasQuotaErrorDetails()) {
      QuotaErrorDetails details = whole.getDetails().getQuotaErrorDetails();
      if (details.hasRetryDelay()) {
        delay =
            Duration.ofSeconds(
                details.getRetryDelay().getSeconds(), details.getRetryDelay().getNanos());
      }
      if (details.getRateScope() == QuotaRateScope.ACCOUNT) {
        everyone = false;
      } else if (details.getRateScope() == QuotaRateScope.DEVELOPER) {
        everyone = true;
      }
    }
    return new Failure(FailureKind.RATE_LIMITED, code, WAIT, delay, everyone);
  }

  private static @Nullable Failure internal(String family, InternalError error) {
    return switch (error) {
      case INTERNAL_ERROR, TRANSIENT_ERROR, DEADLINE_EXCEEDED ->
          Failure.of(FailureKind.TRANSIENT, named(family, error), PASSING);
      default -> null;
    };
  }

  private static Failure ofStatus(StatusCode.Code status) {
    String code = "STATUS." + status;
    return switch (status) {
      case UNAUTHENTICATED -> Failure.of(FailureKind.NEEDS_REAUTH, code, REAUTHORIZE);
      case PERMISSION_DENIED -> Failure.of(FailureKind.NO_PERMISSION, code, ASK_FOR_ACCESS);
      case RESOURCE_EXHAUSTED -> Failure.of(FailureKind.RATE_LIMITED, code, WAIT);
      case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, ABORTED, CANCELLED, UNKNOWN, DATA_LOSS ->
          Failure.of(FailureKind.TRANSIENT, code, PASSING);
      default -> Failure.of(FailureKind.PERMANENT, code, REFUSED);
    };
  }

  private static String named(String family, Enum<?> error) {
    return family + "." + error.name();
  }
}
