package io.adfleet.sandbox;

import static io.adfleet.sandbox.MetaWorld.all;
import static io.adfleet.sandbox.MetaWorld.days;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APIResponse;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.BatchRequest;
import com.facebook.ads.sdk.Campaign;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which the Graph API is called: pages, many ids, batches, forms in parts. */
class MetaCallsIT {

  private static final String BERLIN = "642093352536336";

  @TempDir static Path data;
  private static MetaWorld meta;
  private static APIContext context;

  @BeforeAll
  static void start() {
    meta = new MetaWorld(Worlds.named("traps"), data);
    context = meta.context();
  }

  @AfterAll
  static void stop() {
    meta.close();
  }

  private static String campaign() throws APIException {
    return new AdAccount("act_" + BERLIN, context)
        .getCampaigns()
        .requestField("name")
        .execute()
        .getFirst()
        .getFieldId();
  }

  @Test
  void pagesHaveAnEmptyOneBehindTheLast() throws APIException {
    int whole = all(days(context, BERLIN, "campaign", "2026-11-01", "2026-11-22")).size();
    int before = GraphExecutor.REQUESTS.get();
    int paged =
        all(days(context, BERLIN, "campaign", "2026-11-01", "2026-11-22").setParam("limit", 25))
            .size();
    assertEquals(whole, paged);
    assertEquals((whole + 24) / 25 + 1, GraphExecutor.REQUESTS.get() - before);
  }

  @Test
  void aBatchAnswersEveryCallForItself() throws APIException {
    String known = campaign();
    BatchRequest batch = new BatchRequest(context);
    batch.addRequest("good", new Campaign(known, context).get().requestField("name"));
    batch.addRequest("bad", new Campaign("404404", context).get().requestField("name"));
    List<APIResponse> answers = batch.execute();
    assertEquals(known, ((Campaign) answers.getFirst()).getFieldId());
    assertTrue(answers.getLast().getException() != null);
  }

  @Test
  void everyAnswerSaysHowMuchIsUsed() throws APIException {
    String header =
        days(context, BERLIN, "campaign", "2026-11-22", "2026-11-22").execute().getHeader();
    for (String name :
        List.of(
            "x-app-usage",
            "x-ad-account-usage",
            "x-business-use-case-usage",
            "x-fb-ads-insights-throttle",
            "x-fb-trace-id")) {
      assertTrue(
          JsonParser.parseString(header).getAsJsonObject().has(name), name + " in " + header);
    }
  }

  @Test
  void manyIdsAreAnsweredInOneCallEachWithItsOwnPages() throws APIException {
    String known = campaign();
    assertEquals(1, Campaign.fetchByIds(List.of(known), List.of("name"), context).size());
    String token = "access_token=" + context.getAccessToken();
    JsonNode both =
        meta.http.json(
            "GET", "/v24.0/adsets?limit=1&ids=act_" + BERLIN + "," + known + "&" + token, "");
    assertEquals(1, both.get(known).get("data").size());
    String next = both.get("act_" + BERLIN).get("paging").get("next").asText();
    assertTrue(next.contains("/v24.0/act_" + BERLIN + "/adsets?"), next);
    JsonNode second = meta.http.json("GET", next.substring(next.indexOf("/v24.0")), "");
    assertFalse(second.get("data").isEmpty());
  }

  @Test
  void aPageCanBeAskedForAgainInSmallerOnes() {
    String path = "/v24.0/act_" + BERLIN + "/ads?access_token=" + context.getAccessToken();
    JsonNode first = meta.http.json("GET", path + "&limit=4", "");
    String after =
        path + "&after=" + first.get("paging").get("cursors").get("after").asText() + "&limit=";
    JsonNode four = meta.http.json("GET", after + 4, "").get("data");
    JsonNode two = meta.http.json("GET", after + 2, "").get("data");
    assertEquals(2, two.size());
    assertEquals(four.get(0), two.get(0));
    assertEquals(four.get(1), two.get(1));
  }

  @Test
  void aFormInPartsSaysTheSame() {
    String form =
        String.join(
            "\r\n",
            "--frontier",
            "Content-Disposition: form-data; name=\"access_token\"",
            "",
            context.getAccessToken(),
            "--frontier",
            "Content-Disposition: form-data; name=\"level\"",
            "",
            "campaign",
            "--frontier--",
            "");
    JsonNode answer =
        HttpCaller.json(
            meta.http.send(
                "POST",
                "/v24.0/act_" + BERLIN + "/insights",
                form,
                "multipart/form-data; boundary=frontier"));
    assertTrue(answer.has("report_run_id"), answer.toString());
  }
}
