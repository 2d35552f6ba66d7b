package io.adfleet.attribution.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:50:00Z");

  @Test
  void readsAnEvent() {
    ReadEvent.Good good =
        (ReadEvent.Good)
            read(
                "'click_ids':{'fbclid':'F','other':'x'},'value':'49.90','currency':'EUR',"
                    + "'order_id':'1001','url':'https://a.example/p?gclid=G&x=y'");
    assertThat(good.event())
        .isEqualTo(
            new PixelEvent(
                "e1",
                "purchase",
                Instant.parse("2026-11-22T09:45:00Z"),
                null,
                "https://a.example/p",
                null,
                Map.of(),
                Map.of("gclid", "G", "fbclid", "F"),
                49_900_000L,
                "EUR",
                "1001"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'event_id':null                                   | event_id
          'event_id':7                                      | event_id
          'event_id':'a\\u0000b'                            | event_id
          'event_id':'a\\ud800'                             | event_id
          'event_id':'\\udc00a'                             | event_id
          'order_id':'\\ude00\\ud83d'                       | order_id
          'visitor_id':'\\ud83d\\ud83d\\ude00'              | visitor_id
          'url':'https://a.example/\\ud800'                 | url
          'click_ids':{'gclid':'\\udfff'}                   | click_ids.gclid
          'type':'sale'                                     | type
          'occurred_at':'2026-11-22'                        | occurred_at
          'occurred_at':'2026-11-22T09:45:00'               | occurred_at
          'occurred_at':'1999-01-01T00:00:00Z'              | occurred_at
          'occurred_at':'2026-11-24T00:00:00Z'              | occurred_at
          'value':-1,'currency':'EUR'                       | value
          'value':'NaN','currency':'EUR'                    | value
          'value':'1e999999999','currency':'EUR'            | value
          'value':1e999999999,'currency':'EUR'              | value
          'value':1e-999999999,'currency':'EUR'             | value
          'value':1000000000001,'currency':'EUR'            | value
          'value':{},'currency':'EUR'                       | value
          'value':1                                         | currency
          'value':1,'currency':'EURO'                       | currency
          'value':1,'currency':'ZZZ'                        | currency
          'click_ids':'G'                                   | click_ids
          'click_ids':{'gclid':7}                           | click_ids.gclid
          'visitor_id':['v']                                | visitor_id
          'url':7                                           | url
          """)
  void namesTheFieldAtFault(String fields, String field) {
    ReadEvent.Refused refused = (ReadEvent.Refused) read(fields);
    assertThat(refused.index()).isEqualTo(3);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.reason()).endsWith(".");
    assertThat(refused.remedy()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          49.9,49900000
          0,0
          0.0000004,0
          0.0000005,1
          1000000000000,1000000000000000000
          12e3,12000000000
          """)
  void keepsMicros(String value, long micros) {
    assertThat(((ReadEvent.Good) read("'value':" + value + ",'currency':'EUR'")).event().value())
        .isEqualTo(micros);
  }

  @Test
  void keepsWholeCharactersOfEveryPlane() {
    ReadEvent.Good good =
        (ReadEvent.Good) read("'order_id':'\\ud83d\\ude00','visitor_id':'\ud83d\ude00'");
    assertThat(good.event().orderId()).isEqualTo("\ud83d\ude00");
    assertThat(good.event().visitorId()).isEqualTo("\ud83d\ude00");
  }

  @Test
  void looksAtConsentBeforeAnythingElse() {
    assertThat(EventReader.read(0, json("{'event_id':7,'consent':{'analytics':false}}"), NOW))
        .isInstanceOf(ReadEvent.WithoutConsent.class);
    assertThat(EventReader.read(0, json("{'consent':true}"), NOW))
        .isInstanceOf(ReadEvent.WithoutConsent.class);
  }

  private static ReadEvent read(String fields) {
    String event =
        "{'event_id':'e1','type':'purchase','occurred_at':'2026-11-22T09:45:00Z',"
            + "'consent':{'analytics':true},"
            + fields
            + "}";
    return EventReader.read(3, json(event), NOW);
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper()
          .reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
