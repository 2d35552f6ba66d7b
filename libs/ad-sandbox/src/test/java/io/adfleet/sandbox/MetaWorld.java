package io.adfleet.sandbox;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdsInsights;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** A world in a sandbox, and Meta's own client in front of it. */
final class MetaWorld implements AutoCloseable {

  static final List<String> FIELDS =
      List.of(
          "account_id",
          "campaign_id",
          "campaign_name",
          "adset_id",
          "ad_id",
          "spend",
          "impressions",
          "clicks",
          "inline_link_clicks",
          "actions",
          "action_values");

  static final String EVERY_STATE =
      "[{\"field\":\"%s.effective_status\",\"operator\":\"IN\",\"value\":[\"ACTIVE\",\"PAUSED\","
          + "\"DELETED\",\"ARCHIVED\",\"CAMPAIGN_PAUSED\",\"ADSET_PAUSED\",\"IN_PROCESS\","
          + "\"WITH_ISSUES\"]}]";

  final HttpCaller http;
  final SetClock clock = new SetClock("2026-11-22T15:20:00Z");
  private final Sandbox sandbox;

  static {
    APIRequest.changeRequestExecutor(new GraphExecutor());
  }

  MetaWorld(Path world, Path data) {
    this.sandbox = Sandbox.start(SandboxConfig.forTests(world, data).withClock(clock));
    this.http = new HttpCaller(sandbox);
  }

  /** Consents anew. */
  APIContext context() {
    return context(http.metaToken(), "adfleet-local-secret");
  }

  APIContext context(String token, String secret) {
    String base = http.address("");
    return new APIContext(base, base, "v24.0", token, secret, "adfleet-local", false);
  }

  /** A question about days; more can be said about it before it is asked. */
  static AdAccount.APIRequestGetInsights days(
      APIContext context, String account, String level, String since, String until) {
    return new AdAccount("act_" + account, context)
        .getInsights()
        .setLevel(level)
        .setTimeIncrement("1")
        .setTimeRange("{\"since\":\"" + since + "\",\"until\":\"" + until + "\"}")
        .setFiltering(EVERY_STATE.formatted(level.equals("account") ? "campaign" : level))
        .setParam("use_unified_attribution_setting", true)
        .setParam("limit", 500)
        .requestFields(FIELDS);
  }

  static List<AdsInsights> all(AdAccount.APIRequestGetInsights request) throws APIException {
    List<AdsInsights> rows = new ArrayList<>();
    request.execute().withAutoPaginationIterator(true).iterator().forEachRemaining(rows::add);
    return rows;
  }

  /** The error that a call ends with. */
  static JsonObject refused(Executable call) {
    return assertThrows(APIException.FailedRequestException.class, call)
        .getRawResponseAsJsonObject()
        .getAsJsonObject("error");
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
