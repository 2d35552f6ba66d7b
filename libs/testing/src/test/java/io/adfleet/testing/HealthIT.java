package io.adfleet.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.contracts.Heartbeat;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.Consuming;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What a service says of itself while its broker or its consumers are in trouble. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "probe"),
      @ResourceArg(name = "migrations", value = "src/test/resources/db/migration")
    })
class HealthIT {

  private static final String CHANNEL = "\"notes\"";
  private static final String CONSUMERS = "checks.find { it.name == 'consumers' }.";
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @Inject Consuming consuming;
  @Inject FakeClock clock;

  @TestHTTPResource(value = "/health", management = true)
  String health;

  @Test
  void aServiceIsReadyWhateverItsConsumersDo() {
    given().get(health + "/ready").then().statusCode(200).body(not(containsString(CHANNEL)));
  }

  @Test
  void itsConsumersAreInWhatItSaysOfStartAndLife() {
    given().get(health + "/started").then().statusCode(200).body(containsString(CHANNEL));
    given().get(health + "/live").then().statusCode(200).body(containsString(CHANNEL));
  }

  @Test
  void aPollThatFailsIsSaidAtOnceAndAskedToBeRestartedAfterTenMinutes() {
    AtomicBoolean away = new AtomicBoolean(true);
    clock.set(NOW);
    try {
      CompletableFuture<Void> poll =
          consuming
              .poll(
                  new ConsumerRecords<>(Map.of(), Map.of()),
                  Map.of(),
                  decoded ->
                      away.get()
                          ? Uni.createFrom().failure(new IllegalStateException("away"))
                          : Uni.createFrom().voidItem())
              .subscribeAsCompletionStage();
      live().statusCode(200).body(CONSUMERS + "data.failing_since", equalTo(NOW.toString()));
      TopicProbe.await(
          Topic.HEARTBEAT,
          Heartbeat.class,
          all -> all.stream().anyMatch(one -> !one.ready() && !one.stopping()));
      clock.set(NOW.plus(Duration.ofMinutes(10)));
      live().statusCode(200);
      clock.advance(Duration.ofSeconds(1));
      live().statusCode(503).body(CONSUMERS + "status", equalTo("DOWN"));

      away.set(false);
      assertThat(poll).succeedsWithin(Duration.ofSeconds(20));
      live().statusCode(200).body(CONSUMERS + "data", nullValue());
    } finally {
      away.set(false);
      clock.release();
    }
  }

  /** The connector would close the channel once a poll has taken a minute. */
  @Test
  void noPollIsGivenUp() {
    String age = "mp.messaging.connector.smallrye-kafka.throttled.unprocessed-record-max-age.ms";
    assertThat(ConfigProvider.getConfig().getValue(age, Integer.class)).isZero();
  }

  private ValidatableResponse live() {
    return given().get(health + "/live").then();
  }
}
