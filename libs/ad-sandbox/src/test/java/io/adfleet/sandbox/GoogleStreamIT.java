package io.adfleet.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer of many messages and pages. */
class GoogleStreamIT {

  @Test
  void aStreamOfManyRowsArrivesWhole(@TempDir Path folder) throws IOException {
    StringBuilder days = new StringBuilder();
    for (int day = 1; day <= 900; day++) {
      days.append("1,10,D-").append(day).append(",,24.24,240,24,24,24\n");
    }
    Worlds.small(folder.resolve("world"), "Europe/Berlin", days.toString());
    SandboxConfig config = SandboxConfig.forTests(folder.resolve("world"), folder.resolve("data"));
    try (Sandbox large = Sandbox.start(config)) {
      HttpCaller caller = new HttpCaller(large);
      String token =
          HttpCaller.json(caller.redeem(caller.code(HttpCaller.ask())))
              .get("access_token")
              .asText();
      GoogleCredentials bearer =
          GoogleCredentials.create(AccessToken.newBuilder().setTokenValue(token).build());
      String from =
          LocalDate.now(config.clock().withZone(ZoneId.of("Europe/Berlin")))
              .minusDays(900)
              .toString();
      try (GoogleCaller client =
          new GoogleCaller(large, folder.resolve("data/tls/cert.pem"), bearer, null)) {
        String query =
            "SELECT segments.date, segments.hour, metrics.impressions FROM campaign"
                + " WHERE segments.date BETWEEN '%s' AND '2999-01-01'".formatted(from);
        List<GoogleAdsRow> rows = client.stream("1", query);
        assertTrue(rows.size() > 20_000, "rows " + rows.size());
        assertEquals(
            900 * 240, rows.stream().mapToLong(row -> row.getMetrics().getImpressions()).sum());
        int paged = 0;
        String next = "";
        do {
          SearchGoogleAdsResponse page =
              client
                  .ads
                  .searchCallable()
                  .call(
                      SearchGoogleAdsRequest.newBuilder()
                          .setCustomerId("1")
                          .setQuery(query)
                          .setPageToken(next)
                          .build());
          paged += page.getResultsCount();
          next = page.getNextPageToken();
        } while (!next.isEmpty());
        assertEquals(rows.size(), paged);
      }
    }
    assertTrue(Files.exists(folder.resolve("data/sandbox.json")));
  }
}
