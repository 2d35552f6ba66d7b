package io.adfleet.copilot.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.CopilotConfig;
import io.adfleet.copilot.question.Understood;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelParserTest {

  private static final String QUESTION = "Where did my money go in the last week, per network?";
  private static final String GOOD =
      "{'metrics':['spend'],'range':{'timeframe':'last_7_days'},'breakdown':'platform'}";

  private MessagesApi api;

  @BeforeEach
  void start() {
    api = new MessagesApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void isOffWithoutAKey() {
    assertThat(parser(Map.of("adfleet.copilot.model.api-key", "")).isOn()).isFalse();
    assertThat(parser(Map.of()).isOn()).isTrue();
  }

  @Test
  void fillsInAQuery() {
    api.calls("query", GOOD);
    Understood.Asked asked = (Understood.Asked) read();
    assertThat(asked.query())
        .isEqualTo(
            new Query(
                List.of("spend"),
                new Query.Range("last_7_days", null, null),
                "platform",
                null,
                null,
                null));
    assertThat(asked.cost()).isEqualTo(new Understood.Cost(100, 20));
    assertThat(api.keys).containsExactly("test-key");
    assertThat(api.requests.getFirst().at("/tool_choice/type").asText()).isEqualTo("any");
    assertThat(api.requests.getFirst().at("/messages/0/content").toString()).contains("money go");
    assertThat(api.requests.getFirst().at("/max_tokens").asInt()).isEqualTo(500);
  }

  @Test
  void isToldOnceWhatIsWrong() {
    api.calls("query", "{'metrics':['cost'],'range':{'timeframe':'last_week'}}");
    api.calls("query", GOOD);
    Understood.Asked asked = (Understood.Asked) read();
    assertThat(asked.query().metrics()).containsExactly("spend");
    assertThat(asked.cost()).isEqualTo(new Understood.Cost(200, 40));
    assertThat(api.requests.get(1).at("/messages").toString())
        .contains("tool_result")
        .contains("There is no metric");
  }

  @Test
  void namesOnlyDatesOfTheQuestion() {
    String dates = "{'metrics':['spend'],'range':{'start':'2026-11-01','end':'2026-11-15'}}";
    api.calls("query", dates);
    Understood.Asked asked =
        (Understood.Asked) read("What did 2026-11-01 up to 2026-11-15 set us back?");
    assertThat(asked.query().range()).isEqualTo(new Query.Range(null, "2026-11-01", "2026-11-15"));
    api.calls("query", dates).calls("query", GOOD);
    assertThat(((Understood.Asked) read()).query().range().timeframe()).isEqualTo("last_7_days");
    assertThat(api.requests.get(2).at("/messages").toString())
        .contains("its dates don't stand in the question");
    api.calls("query", dates).calls("query", dates);
    assertThat(reason("What did we lose since 2026-11-01?"))
        .isEqualTo("I'm not sure what is meant.");
    assertThat(api.requests.getFirst().at("/system").toString())
        .contains("You don't know what day it is");
  }

  @Test
  void oneOfSeveralQueriesIsNoAnswer() {
    api.callsEach("query", GOOD, GOOD.replace("spend", "clicks"));
    assertThat(reason()).isEqualTo("I'm not sure what is meant.");
    assertThat(api.requests.getFirst().at("/tool_choice/disable_parallel_tool_use").asBoolean())
        .isTrue();
  }

  @Test
  void saysWhyItCannot() {
    api.calls("cannot_answer", "{'why':'compares_periods'}");
    assertThat(reason()).isEqualTo("I can look at one period at a time.");
  }

  /** The worst a model can say: nothing of it reaches a query or a person. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'metrics':['spend; drop table question'],'range':{'timeframe':'today'}}",
        "{'metrics':['spend'],'range':{'timeframe':'today'},'workspace_id':'other'}",
        "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','top':1000000}",
        "{'metrics':['spend'],'range':{'timeframe':'today'},'filters':{'url':'http://evil'}}",
        "{'metrics':['spend'],'range':{'start':'2000-01-01','end':'2099-01-01'}}",
        "{'sql':'select 1'}",
        "null",
        "{}",
      })
  void nothingInvalidGetsThrough(String input) {
    api.calls("query", input).calls("query", input);
    assertThat(reason()).isEqualTo("I'm not sure what is meant.");
    assertThat(api.requests).hasSize(2);
  }

  @Test
  void whatIsNoToolCallAtAllLeavesTheQuestionUnread() {
    api.calls("query", "[]");
    assertThat(reason()).isEqualTo("I couldn't read the question right now.");
  }

  @Test
  void itsProseIsNeverShown() {
    api.text("<img src=http://evil> Your spend was 1,000,000 EUR.");
    assertThat(reason()).isEqualTo("I'm not sure what is meant.");
    api.calls("cannot_answer", "{'why':'<script>alert(1)</script>'}");
    assertThat(reason()).isEqualTo("I'm not sure what is meant.");
    api.calls("delete_campaigns", "{}");
    assertThat(reason()).isEqualTo("I'm not sure what is meant.");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 529})
  void aModelThatFailsLeavesTheQuestionUnread(int status) {
    api.fails(status);
    assertThat(reason()).isEqualTo("I couldn't read the question right now.");
    assertThat(api.requests).hasSize(1);
  }

  @Test
  void aSlowModelIsNotWaitedFor() {
    api.hangs();
    Understood understood =
        parser(Map.of("adfleet.copilot.model.deadline", "PT0.3S"))
            .parse(QUESTION)
            .await()
            .atMost(Duration.ofSeconds(20));
    assertThat(understood).isInstanceOf(Understood.NotUnderstood.class);
  }

  @Test
  void cancellingFreesThePlaceForTheNextQuestion() throws Exception {
    api.hangs();
    ModelParser parser = parser(Map.of("adfleet.copilot.model.at-once", "1"));
    Cancellable waiting = parser.parse(QUESTION).subscribe().with(item -> {});
    assertThat(api.asked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(parser.parse(QUESTION).await().atMost(Duration.ofSeconds(20)))
        .isInstanceOf(Understood.NotUnderstood.class);
    assertThat(api.requests).hasSize(1);
    waiting.cancel();
    api.calls("query", GOOD).calls("query", GOOD);
    api.release.countDown();
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(parser.parse(QUESTION).await().atMost(Duration.ofSeconds(20)))
                .isInstanceOf(Understood.Asked.class));
  }

  private String reason() {
    return reason(QUESTION);
  }

  private String reason(String question) {
    return ((Understood.NotUnderstood) read(question)).reason();
  }

  private Understood read() {
    return read(QUESTION);
  }

  private Understood read(String question) {
    return parser(Map.of()).parse(question).await().atMost(Duration.ofSeconds(20));
  }

  private ModelParser parser(Map<String, String> changed) {
    Map<String, String> settings = new HashMap<>();
    settings.put("adfleet.copilot.dashboard.url", "http://127.0.0.1:1");
    settings.put("adfleet.copilot.dashboard.token-url", "http://127.0.0.1:1");
    settings.put("adfleet.copilot.dashboard.client-id", "x");
    settings.put("adfleet.copilot.model.api-key", "test-key");
    settings.put("adfleet.copilot.model.url", api.address().toString());
    settings.put("adfleet.copilot.model.name", "test-model");
    settings.putAll(changed);
    return new ModelParser(
        new SmallRyeConfigBuilder()
            .withMapping(CopilotConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(CopilotConfig.class));
  }
}
