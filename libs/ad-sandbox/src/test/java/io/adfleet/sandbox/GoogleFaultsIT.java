package io.adfleet.sandbox;

import static io.adfleet.sandbox.Traps.ALONE;
import static io.adfleet.sandbox.Traps.BELOW;
import static io.adfleet.sandbox.Traps.DAYS;
import static io.adfleet.sandbox.Traps.MANAGER;
import static io.adfleet.sandbox.Traps.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.api.gax.rpc.DeadlineExceededException;
import com.google.auth.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client of Google Ads sees when something is ordered to go wrong. */
class GoogleFaultsIT {

  @TempDir static Path data;
  private static Traps traps;
  private static GoogleCaller google;
  private static GoogleCaller direct;

  @BeforeAll
  static void start() throws IOException {
    traps = new Traps(data);
    google = traps.caller(traps.credentials(), MANAGER);
    direct = traps.caller(traps.credentials(), null);
  }

  @AfterAll
  static void stop() {
    google.close();
    direct.close();
    traps.close();
  }

  @AfterEach
  void noFaults() {
    traps.http.send("PUT", "/control/faults", "[]");
  }

  @Test
  void aFaultHitsAsOftenAsOrdered() {
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"platform\":\"google\",\"account_id\":\""
            + ALONE
            + "\",\"fault\":\"transient_error\",\"times\":2}]");
    for (int i = 0; i < 2; i++) {
      assertEquals("TRANSIENT_ERROR", refused(() -> direct.stream(ALONE, DAYS)));
      google.stream(BELOW, DAYS);
    }
    assertFalse(direct.stream(ALONE, DAYS).isEmpty());
    assertEquals(0, traps.http.json("GET", "/control/faults", "").get("items").size());
  }

  @Test
  void whoHasToWaitIsRefusedUntilThen() {
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"platform\":\"google\",\"account_id\":\""
            + ALONE
            + "\",\"fault\":\"quota_exhausted\","
            + "\"times\":1,\"retry_after_seconds\":7}]");
    assertEquals(7, secondsToWait());
    traps.clock.passes(Duration.ofSeconds(5));
    assertEquals(2, secondsToWait());
    google.stream(BELOW, DAYS);
    traps.clock.passes(Duration.ofSeconds(2));
    assertFalse(direct.stream(ALONE, DAYS).isEmpty());
  }

  @Test
  void whoHasToWaitNeedNotOnceThereAreNoFaults() {
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"fault\":\"quota_exhausted\",\"times\":1,\"retry_after_seconds\":3600}]");
    assertEquals(3600, secondsToWait());
    noFaults();
    assertFalse(direct.stream(ALONE, DAYS).isEmpty());
  }

  private static long secondsToWait() {
    return assertThrows(GoogleAdsException.class, () -> direct.stream(ALONE, DAYS))
        .getGoogleAdsFailure()
        .getErrors(0)
        .getDetails()
        .getQuotaErrorDetails()
        .getRetryDelay()
        .getSeconds();
  }

  @Test
  void tokensGrowOldAtOnce() {
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"platform\":\"google\",\"fault\":\"token_expired\",\"times\":1}]");
    assertEquals("OAUTH_TOKEN_EXPIRED", refused(() -> direct.stream(ALONE, DAYS)));
    assertFalse(direct.stream(ALONE, DAYS).isEmpty());
  }

  @Test
  void aStreamBeginsAndNeverGoesOn() {
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"operation\":\"search_stream:campaign\",\"fault\":\"hang\",\"rows\":3}]");
    List<GoogleAdsRow> some = new ArrayList<>();
    assertThrows(
        DeadlineExceededException.class,
        () -> direct.stream(ALONE, DAYS, some, Duration.ofSeconds(2)));
    assertEquals(3, some.size());
  }

  @Test
  void aStreamDiesInTheMiddle() {
    int whole = direct.stream(ALONE, DAYS).size();
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"operation\":\"search_stream:campaign\",\"fault\":\"stream_dies\",\"times\":1}]");
    List<GoogleAdsRow> some = new ArrayList<>();
    assertEquals("TRANSIENT_ERROR", refused(() -> direct.stream(ALONE, DAYS, some)));
    assertTrue(!some.isEmpty() && some.size() < whole);
    assertEquals(whole, direct.stream(ALONE, DAYS).size());
  }

  @Test
  void aRevokedTokenIsHealedByConsentingAgain() throws IOException {
    Credentials before = traps.credentials();
    try (GoogleCaller caller = traps.caller(before, null)) {
      caller.accessible();
      traps.http.send(
          "PUT", "/control/faults", "[{\"platform\":\"google\",\"fault\":\"revoked_token\"}]");
      assertEquals("OAUTH_TOKEN_REVOKED", refused(caller::accessible));
    }
    assertEquals(1, traps.http.json("GET", "/control/faults", "").get("items").size());
    google.close();
    direct.close();
    google = traps.caller(traps.credentials(), MANAGER);
    direct = traps.caller(traps.credentials(), null);
    assertEquals(0, traps.http.json("GET", "/control/faults", "").get("items").size());
    assertEquals(2, direct.accessible().size());
  }

  @Test
  void permissionIsDeniedForOneAccount() {
    traps.http.send(
        "PUT",
        "/control/faults",
        "[{\"account_id\":\"" + ALONE + "\",\"fault\":\"permission_denied\"}]");
    for (int i = 0; i < 3; i++) {
      assertEquals("USER_PERMISSION_DENIED", refused(() -> direct.stream(ALONE, DAYS)));
    }
    assertFalse(google.stream(BELOW, DAYS).isEmpty());
  }
}
