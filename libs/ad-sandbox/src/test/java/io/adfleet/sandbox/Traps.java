package io.adfleet.sandbox;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.auth.Credentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The traps world in a sandbox, and Google's own client in front of it. */
final class Traps implements AutoCloseable {

  static final String MANAGER = "7333232862";
  static final String BELOW = "8157178489";
  static final String ALONE = "1418548119";
  static final String DAYS =
      "SELECT campaign.id, campaign.name, campaign.status, segments.date, metrics.cost_micros,"
          + " metrics.impressions, metrics.clicks, metrics.conversions, metrics.conversions_value"
          + " FROM campaign WHERE segments.date BETWEEN '2026-08-01' AND '2026-11-22'";

  final HttpCaller http;
  final SetClock clock = new SetClock("2026-11-22T15:20:00Z");
  private final Sandbox sandbox;
  private final Path data;

  Traps(Path data) {
    this.data = data;
    this.sandbox =
        Sandbox.start(SandboxConfig.forTests(Worlds.named("traps"), data).withClock(clock));
    this.http = new HttpCaller(sandbox);
  }

  GoogleCaller caller(Credentials credentials, @Nullable String login) throws IOException {
    return new GoogleCaller(sandbox, data.resolve("tls/cert.pem"), credentials, login);
  }

  /** Consents anew. */
  Credentials credentials() {
    return UserCredentials.newBuilder()
        .setClientId("adfleet-local")
        .setClientSecret("adfleet-local-secret")
        .setRefreshToken(http.refreshToken())
        .setTokenServerUri(URI.create(http.address("/token")))
        .build();
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** The code of the failure that a call ends with. */
  static String refused(Runnable call) {
    var code =
        assertThrows(GoogleAdsException.class, call::run)
            .getGoogleAdsFailure()
            .getErrors(0)
            .getErrorCode();
    return switch (code.getErrorCodeCase()) {
      case QUERY_ERROR -> code.getQueryError().name();
      case REQUEST_ERROR -> code.getRequestError().name();
      case AUTHENTICATION_ERROR -> code.getAuthenticationError().name();
      case AUTHORIZATION_ERROR -> code.getAuthorizationError().name();
      case QUOTA_ERROR -> code.getQuotaError().name();
      case INTERNAL_ERROR -> code.getInternalError().name();
      default -> code.toString();
    };
  }
}
