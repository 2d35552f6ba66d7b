package io.adfleet.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.web.PortTakenException;
import io.adfleet.sandbox.world.WorldException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlIT {

  private static final String ROW =
      "{\"account_id\":\"1\",\"entity_id\":\"10\",\"date\":\"%s\",\"spend\":%s,\"impressions\":\"5\","
          + "\"clicks\":1,\"conversions\":0.5,\"conversion_value\":\"1.25\"}";

  @TempDir Path folder;
  private final SetClock clock = new SetClock("2026-11-22T11:00:00Z");
  private Sandbox sandbox;
  private HttpCaller http;

  @BeforeEach
  void start() {
    Path world =
        Worlds.small(
            folder.resolve("world"),
            "Europe/Berlin",
            "1,10,D-3,,9,9,9,9,9\n1,10,D,11,1,1,1,1,1\n1,10,D,12,2,2,2,2,2\n1,10,D,13,4,4,4,4,4\n"
                + "1,10,D+1,0,8,8,8,8,8\n");
    sandbox = Sandbox.start(SandboxConfig.forTests(world, folder.resolve("data")).withClock(clock));
    http = new HttpCaller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String spend(String date) {
    JsonNode items =
        http.json("GET", "/truth/daily?from=%s&to=%s".formatted(date, date), "").get("items");
    return items.isEmpty() ? "nothing" : items.get(0).get("spend").asText();
  }

  @Test
  void anAdvanceShowsMoreOfTodayAndIsKeptOverARestart() {
    assertEquals("1", spend("2026-11-22"));
    http.send("POST", "/control/advance?minutes=30", "");
    assertEquals("2", spend("2026-11-22"));
    http.send("POST", "/control/advance?minutes=60", "");
    sandbox.close();
    start();
    assertEquals("5", spend("2026-11-22"));
    http.send("POST", "/control/advance?minutes=100000", "");
    assertEquals("7", spend("2026-11-22"));
    assertEquals("nothing", spend("2026-11-23"));
    clock.set("2026-11-22T23:30:00Z");
    assertEquals("4", spend("2026-11-23"));
  }

  @Test
  void aRestatementIsSaidInsteadAndKept() {
    assertEquals(
        200, http.send("POST", "/control/restate", ROW.formatted("D-3", "7.5")).statusCode());
    assertEquals("7.5", spend("2026-11-19"));
    sandbox.close();
    start();
    assertEquals("7.5", spend("2026-11-19"));
    JsonNode entity =
        http.json(
                "GET", "/truth/entity?account_id=1&entity_id=10&from=2026-11-19&to=2026-11-19", "")
            .get("items")
            .get(0);
    assertEquals("0.5", entity.get("conversions").asText());
    assertEquals(5, entity.get("impressions").asInt());
  }

  @Test
  void aHoldFreezesMinutesRestatementsAndTheDateUntilItIsReleased() {
    http.send("POST", "/control/hold", "");
    http.send("POST", "/control/advance?minutes=60", "");
    http.send("POST", "/control/restate", ROW.formatted("2026-11-19", "1"));
    clock.passes(Duration.ofHours(2));
    assertEquals("1", spend("2026-11-22"));
    assertEquals("9", spend("2026-11-19"));
    sandbox.close();
    start();
    assertEquals("1", spend("2026-11-22"));
    clock.set("2026-11-23T12:00:00Z");
    assertEquals("nothing", spend("2026-11-23"));
    http.send("POST", "/control/release", "");
    assertEquals("7", spend("2026-11-22"));
    assertEquals("1", spend("2026-11-19"));
    assertEquals("8", spend("2026-11-23"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | /control/advance | '' | minutes
          POST | /control/advance?minutes=0 | '' | minutes
          POST | /control/advance?minutes=1.5 | '' | minutes
          POST | /control/restate | {"account_id":"1","entity_id":"10","date":"D-3","cost":1} | cost
          POST | /control/restate | {"account_id":"1","entity_id":"99","date":"D-3"} | entity_id
          POST | /control/restate | {"account_id":"1","entity_id":"10"} | date
          POST | /control/restate | {"account_id":"1","entity_id":"10","date":"D+1"} | date
          POST | /control/restate | {"account_id":"1","entity_id":"10","date":"D","spend":"x"} | spend
          PUT | /control/faults | [{"fault":"fire"}] | [0].fault
          PUT | /control/faults | [{"fault":"stream_dies","time":3}] | [0].time
          PUT | /control/faults | [{"fault":"stream_dies","account_id":"77"}] | [0].account_id
          PUT | /control/faults | [{"fault":"stream_dies","probability":2}] | [0].probability
          GET | /truth/daily?from=yesterday | '' | from
          GET | /truth/daily?from=2026-11-22&to=2026-11-21 | '' | to
          GET | /truth/daily?platform=bing | '' | platform
          """)
  void namesTheFieldThatIsWrong(String method, String path, String body, String field) {
    HttpResponse<String> answer = http.send(method, path, body);
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElseThrow());
    assertEquals(
        field, HttpCaller.json(answer).get("errors").get(0).get("field").asText(), answer.body());
  }

  @Test
  void answersWhatIsNotThere() {
    assertEquals(404, http.send("GET", "/nothing", "").statusCode());
    assertEquals(405, http.send("GET", "/control/advance", "").statusCode());
    assertEquals(400, http.send("POST", "/control/restate", "{").statusCode());
    assertEquals(404, http.send("GET", "/truth/entity?entity_id=99", "").statusCode());
    assertEquals(200, http.send("GET", "/health", "").statusCode());
  }

  @Test
  void showsAPageForPeople() {
    String page = http.send("GET", "/", "").body();
    assertTrue(page.contains("Another hour passes"), page);
    assertTrue(page.contains("Shop"), page);
    assertTrue(http.send("GET", "/page.js", "").body().contains("/control/restate"));
    assertEquals(200, http.send("GET", "/page.css", "").statusCode());
    assertFalse(page.contains("id=\"heal\""), page);
    http.send(
        "PUT",
        "/control/faults",
        "[{\"platform\":\"meta\",\"fault\":\"quota_exhausted\",\"times\":3}]");
    http.send("POST", "/control/hold", "");
    String troubled = http.send("GET", "/", "").body();
    assertTrue(troubled.contains("Meta answers “too many requests”, 3 times."), troubled);
    assertTrue(troubled.contains("Time stands still here since 2026-11-22 11:00 UTC."), troubled);
  }

  @Test
  void dataOfAnotherWorldIsRefused() throws IOException {
    sandbox.close();
    Path other = Worlds.small(folder.resolve("other"), "Europe/Berlin", "1,10,D,,1,1,1,1,1\n");
    String sentence =
        assertThrows(
                WorldException.class,
                () -> Sandbox.start(SandboxConfig.forTests(other, folder.resolve("data"))))
            .getMessage();
    assertTrue(sentence.contains("\"world\""), sentence);
    assertTrue(sentence.contains("\"other\""), sentence);
    assertTrue(sentence.contains("make reset"), sentence);
    Files.writeString(folder.resolve("world/README.md"), "not part of the world");
    start();
  }

  @Test
  void aTakenPortIsOneSentence() {
    SandboxConfig config = SandboxConfig.forTests(folder.resolve("world"), folder.resolve("more"));
    SandboxConfig sameHttp =
        new SandboxConfig(
            config.world(),
            config.data(),
            config.host(),
            sandbox.httpPort(),
            0,
            null,
            config.client(),
            config.clock());
    assertTrue(
        assertThrows(PortTakenException.class, () -> Sandbox.start(sameHttp))
            .getMessage()
            .startsWith("Port " + sandbox.httpPort()));
    SandboxConfig sameGrpc =
        new SandboxConfig(
            config.world(),
            config.data(),
            config.host(),
            0,
            sandbox.grpcPort(),
            null,
            config.client(),
            config.clock());
    assertTrue(
        assertThrows(PortTakenException.class, () -> Sandbox.start(sameGrpc))
            .getMessage()
            .startsWith("Port " + sandbox.grpcPort()));
  }

  @Test
  void theDemoWorldIsTheSameEveryTimeAndAliveTomorrow() throws IOException {
    DemoWorld.write(folder.resolve("one"));
    DemoWorld.write(folder.resolve("two"));
    for (String file : new String[] {"accounts.csv", "entities.csv", "days.csv"}) {
      assertEquals(
          -1,
          Files.mismatch(folder.resolve("one").resolve(file), folder.resolve("two").resolve(file)));
    }
    SetClock later = new SetClock("2026-11-22T12:00:00Z");
    try (Sandbox demo =
        Sandbox.start(
            SandboxConfig.forTests(folder.resolve("one"), folder.resolve("demo"))
                .withClock(later))) {
      HttpCaller caller = new HttpCaller(demo);
      JsonNode google =
          caller.json("GET", "/truth/daily?platform=google&from=2026-08-25", "").get("items");
      assertTrue(google.size() > 2_000, "campaign-days " + google.size());
      long campaigns = google.findValuesAsText("entity_id").stream().distinct().count();
      assertEquals(30, campaigns);
      String thumbnail =
          caller
              .json(
                  "GET",
                  "/v24.0/act_880010020030401/ads?fields=creative%7Bthumbnail_url%7D&access_token="
                      + caller.metaToken(),
                  "")
              .get("data")
              .get(0)
              .get("creative")
              .get("thumbnail_url")
              .asText();
      assertTrue(thumbnail.startsWith(caller.address("/thumbnails/")), thumbnail);
      String picture =
          caller.send("GET", thumbnail.substring(caller.address("").length()), "").body();
      assertTrue(picture.startsWith("<svg"), picture);
      later.passes(Duration.ofDays(1));
      assertNotEquals(
          0, caller.json("GET", "/truth/daily?from=2026-11-23", "").get("items").size());
    }
  }
}
