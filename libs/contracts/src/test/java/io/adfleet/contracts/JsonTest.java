package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void readsBackEveryRecordItWrites() throws IOException {
    for (Object record : Samples.all()) {
      assertEquals(record, Json.read(Json.bytes(record), record.getClass()));
    }
  }

  @Test
  void thereIsASampleOfEveryRecord() {
    Set<Class<?>> seen = new HashSet<>();
    Samples.all().forEach(s -> seen.add(s.getClass()));
    assertEquals(Types.all().keySet(), seen);
  }

  @Test
  void everyRecordIsWhatItsSchemaSays() throws IOException {
    for (Object record : Samples.all()) {
      String json = new String(Json.bytes(record), StandardCharsets.UTF_8);
      Schema schema = SCHEMAS.getSchema(schemaText(record));
      assertEquals(
          java.util.List.of(),
          schema.validate(json, InputFormat.JSON),
          record.getClass().getName());
    }
  }

  @Test
  void aSchemaRefusesARecordWithoutItsWorkspace() throws IOException {
    Object record = Samples.all().getFirst();
    String json =
        new String(Json.bytes(record), StandardCharsets.UTF_8)
            .replace("\"workspace_id\"", "\"other_id\"");
    assertFalse(SCHEMAS.getSchema(schemaText(record)).validate(json, InputFormat.JSON).isEmpty());
  }

  @Test
  void schemaAndRecordNameTheSameFields() throws IOException {
    for (Object record : Samples.all()) {
      JsonNode schema = Json.mapper().readTree(schemaText(record));
      Set<String> required = new HashSet<>();
      schema.get("required").forEach(r -> required.add(r.asText()));
      Set<String> named = new HashSet<>();
      schema.get("properties").fieldNames().forEachRemaining(named::add);
      Set<String> components = new HashSet<>();
      for (RecordComponent c : record.getClass().getRecordComponents()) {
        String name = c.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        components.add(name);
        boolean optional = c.getAnnotatedType().isAnnotationPresent(Nullable.class);
        assertEquals(!optional, required.contains(name), record.getClass() + "." + name);
      }
      assertEquals(components, named, record.getClass().getName());
    }
  }

  @Test
  void leavesOutWhatIsUnknown() {
    String json =
        new String(
            Json.bytes(
                new SyncRequested.Wanted("performance", "campaign", Samples.DATE, Samples.DATE)),
            StandardCharsets.UTF_8);
    assertEquals(
        "{\"report\":\"performance\",\"level\":\"campaign\",\"from\":\"2026-11-22\","
            + "\"to\":\"2026-11-22\"}",
        json);
    Coverage none =
        new Coverage(
            Samples.WORKSPACE,
            Samples.ACCOUNT,
            "google",
            "performance",
            "campaign",
            Samples.DATE,
            null,
            null);
    assertFalse(new String(Json.bytes(none), StandardCharsets.UTF_8).contains("closed"));
  }

  @Test
  void ignoresFieldsOfALaterRelease() throws IOException {
    byte[] bytes =
        "{\"spend\":1,\"impressions\":2,\"clicks\":3,\"conversions\":4,\"conversion_value\":5,\"video_views\":6}"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(new Figures(1, 2, 3, 4, 5), Json.read(bytes, Figures.class));
  }

  @Test
  void refusesAFigureThatIsMissing() {
    byte[] bytes = "{\"spend\":1}".getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> Json.read(bytes, Figures.class));
  }

  @Test
  void refusesEveryRecordWithoutAFieldItsSchemaRequires() throws IOException {
    for (Object record : Samples.all()) {
      for (JsonNode required : Json.mapper().readTree(schemaText(record)).get("required")) {
        ObjectNode json = Json.mapper().valueToTree(record);
        json.remove(required.asText());
        assertThrows(
            IOException.class,
            () -> Json.read(Json.bytes(json), record.getClass()),
            record.getClass() + "." + required.asText());
      }
    }
  }

  @Test
  void refusesWhatNobodyCanKeep() {
    assertFault("name", "Br\0and", "name: holds a character no database keeps");
    assertFault("zone", "Europe/Atlantis", "zone: there is no time zone Europe/Atlantis");
    assertFault("zone", "+02:00", "zone: there is no time zone +02:00");
  }

  @Test
  void looksInsideWhatARecordHolds() {
    byte[] bytes =
        """
        {"workspace_id":"0190a5b0-0000-7000-8000-000000000001",
         "account_id":"0190a5b0-0000-7000-8000-000000000002","platform":"google",
         "report":"performance","level":"campaign","date":"2026-11-22",
         "closed":{"version":1,"observed_at":"2026-11-22T09:00:00Z",
                   "closed_at":"2026-11-22T09:00:00Z","rows":1}}
        """
            .getBytes(StandardCharsets.UTF_8);
    IOException fault = assertThrows(IOException.class, () -> Json.read(bytes, Coverage.class));
    assertEquals("sums: missing", fault.getMessage());
  }

  private static void assertFault(String field, String value, String message) {
    ObjectNode json =
        Json.mapper()
            .valueToTree(
                Samples.all().stream()
                    .filter(AccountState.class::isInstance)
                    .findFirst()
                    .orElseThrow());
    json.put(field, value);
    IOException fault =
        assertThrows(IOException.class, () -> Json.read(Json.bytes(json), AccountState.class));
    assertEquals(message, fault.getMessage());
  }

  private static String schemaText(Object record) throws IOException {
    String path = "/schemas/" + Types.of(record) + ".json";
    try (InputStream in = JsonTest.class.getResourceAsStream(path)) {
      assertTrue(in != null, path + " is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
