package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryReaderTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Query.schema());

  private static final List<String> VALID =
      List.of(
          "{'metrics':['spend'],'range':{'timeframe':'today'}}",
          "{'metrics':['spend','roas'],'range':{'start':'2026-11-01','end':'2026-11-22'}}",
          "{'metrics':['spend'],'range':{'timeframe':'last_month','start':null,'end':null}}",
          "{'metrics':['cpa'],'range':{'timeframe':'last_90_days'},'breakdown':'campaign',"
              + "'top':100,'order':'cpa','filters':{'platform':['google','meta']}}",
          "{'metrics':['clicks'],'range':{'timeframe':'today'},'breakdown':null,'top':null,"
              + "'order':null,'filters':null}",
          "{'metrics':['ctr'],'range':{'timeframe':'today'},'filters':{}}",
          "{'metrics':['ctr'],'range':{'timeframe':'today'},'breakdown':'platform',"
              + "'order':'-revenue','filters':{'platform':null}}");

  private static final List<String> INVALID =
      List.of(
          "null",
          "[]",
          "'spend'",
          "{}",
          "{'metrics':[],'range':{'timeframe':'today'}}",
          "{'metrics':'spend','range':{'timeframe':'today'}}",
          "{'metrics':['spned'],'range':{'timeframe':'today'}}",
          "{'metrics':['Spend'],'range':{'timeframe':'today'}}",
          "{'metrics':[1],'range':{'timeframe':'today'}}",
          "{'metrics':[null],'range':{'timeframe':'today'}}",
          "{'metrics':[{}],'range':{'timeframe':'today'}}",
          "{'metrics':['spend','spend'],'range':{'timeframe':'today'}}",
          "{'metrics':['spend']}",
          "{'metrics':['spend'],'range':null}",
          "{'metrics':['spend'],'range':{}}",
          "{'metrics':['spend'],'range':{'timeframe':'custom'}}",
          "{'metrics':['spend'],'range':{'timeframe':'today','start':'2026-11-01'}}",
          "{'metrics':['spend'],'range':{'start':'2026-11-01'}}",
          "{'metrics':['spend'],'range':{'start':'01.11.2026','end':'2026-11-22'}}",
          "{'metrics':['spend'],'range':{'start':1,'end':'2026-11-22'}}",
          "{'metrics':['spend'],'range':{'timeframe':'today','zone':'UTC'}}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'ad'}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':['platform']}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','top':0}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','top':101}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','top':1.5}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','top':'5'}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'top':5}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'order':'spend'}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','order':'+spend'}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'breakdown':'campaign','order':7}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'filters':[]}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'filters':{'platform':[]}}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'filters':{'platform':['bing']}}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'filters':{'platform':'google'}}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'filters':{'campaign':['x']}}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'workspace_id':'x'}",
          "{'metrics':['spend'],'range':{'timeframe':'today'},'metric':['roas']}");

  @Test
  void whatTheSchemaAllowsIsRead() {
    for (String query : VALID) {
      assertEquals(List.of(), SCHEMA.validate(json(query), InputFormat.JSON), query);
      assertInstanceOf(QueryReader.Valid.class, read(query), query);
    }
  }

  @Test
  void whatTheSchemaForbidsIsRefusedWithFieldReasonAndRemedy() {
    for (String query : INVALID) {
      assertTrue(!SCHEMA.validate(json(query), InputFormat.JSON).isEmpty(), query);
      List<QueryReader.Fault> faults = faults(query);
      assertTrue(!faults.isEmpty(), query);
      for (QueryReader.Fault fault : faults) {
        assertTrue(!fault.field().isBlank(), query);
        assertTrue(fault.reason().endsWith("."), query + fault);
        assertTrue(fault.remedy().endsWith(".") || fault.remedy().endsWith("…}."), query + fault);
      }
    }
  }

  @Test
  void aValidQueryReadsBackAsItWasWritten() {
    for (String text : VALID) {
      Query query = ((QueryReader.Valid) read(text)).query();
      QueryReader.Outcome again = QueryReader.read(Json.mapper().valueToTree(query));
      assertEquals(new QueryReader.Valid(query), again);
    }
  }

  @Test
  void suggestsWhatAMisspeltWordWasMeantToBe() {
    assertTrue(
        faults("{'metrics':['spned'],'range':{'timeframe':'today'}}")
            .getFirst()
            .remedy()
            .startsWith("Did you mean \"spend\"?"));
    assertTrue(
        faults("{'metrics':['spend'],'range':{'timeframe':'last_7_day'}}")
            .getFirst()
            .remedy()
            .startsWith("Did you mean \"last_7_days\"?"));
    assertTrue(
        faults("{'metrics':['spend'],'range':{'timeframe':'today'},'breakdwon':'platform'}")
            .getFirst()
            .remedy()
            .startsWith("Did you mean \"breakdown\"?"));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    List<String> fields =
        faults(
                "{'metrics':['spend','rosa'],'range':{'start':'2026-02-30','end':'2026-03-01'},"
                    + "'breakdown':'campaign','top':1000,'order':'profit'}")
            .stream()
            .map(QueryReader.Fault::field)
            .toList();
    assertEquals(List.of("metrics[1]", "range.start", "top", "order"), fields);
  }

  @Test
  void stopsAfterTwentyFaults() {
    StringBuilder fields = new StringBuilder();
    StringBuilder platforms = new StringBuilder("'gogle'");
    for (int i = 0; i < 5_000; i++) {
      fields.append(",'spedn").append(i).append("':1");
      platforms.append(",'gogle").append(i).append("'");
    }
    String asked = "{'metrics':['spend'],'range':{'timeframe':'today'}";
    assertEquals(20, faults(asked + fields + "}").size());
    List<QueryReader.Fault> faults = faults(asked + ",'filters':{'platform':[" + platforms + "]}}");
    assertEquals(20, faults.size());
    assertEquals("filters.platform[19]", faults.getLast().field());
  }

  @Test
  void refusesDatesNoAnswerCanHold() {
    assertEquals(
        "range.end",
        faults("{'metrics':['spend'],'range':{'start':'2026-11-02','end':'2026-11-01'}}")
            .getFirst()
            .field());
    assertEquals(
        "range.start",
        faults("{'metrics':['spend'],'range':{'start':'2020-01-01','end':'2026-11-01'}}")
            .getFirst()
            .field());
    assertEquals(
        "range.start",
        faults("{'metrics':['spend'],'range':{'start':'0001-01-01','end':'2026-11-01'}}")
            .getFirst()
            .field());
  }

  @Test
  void countsSlips() {
    assertEquals(0, Spelling.slips("spend", "spend"));
    assertEquals(1, Spelling.slips("spned", "spend"));
    assertEquals(1, Spelling.slips("spends", "spend"));
    assertEquals(2, Spelling.slips("revneu", "revenue"));
    assertEquals(5, Spelling.slips("", "spend"));
    assertTrue(Spelling.nearest("cost", Query.METRICS).isEmpty());
  }

  private static List<QueryReader.Fault> faults(String query) {
    return assertInstanceOf(QueryReader.Invalid.class, read(query), query).faults();
  }

  private static QueryReader.Outcome read(String query) {
    try {
      return QueryReader.read(Json.mapper().readTree(json(query)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(query, e);
    }
  }

  private static String json(String query) {
    return query.replace('\'', '"');
  }
}
