package io.adfleet.sandbox.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.sandbox.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);

  @TempDir Path folder;

  private World world(String days) {
    WorldFolder world = new WorldFolder(Worlds.small(folder, "Europe/Berlin", days));
    return world.read(world.startingAt(Instant.parse("2026-11-22T12:00:00Z")));
  }

  private static Moment at(World world, String instant) {
    return new Moment(world, Instant.parse(instant), List.of(), Map.of());
  }

  private static Entity campaign(World world) {
    return Objects.requireNonNull(world.entity("10"));
  }

  @Test
  void anEntityWithoutRowsIsTheSumOfItsChildren() {
    World world =
        world("1,111,D-1,,1.10,10,1,0.5,2\n1,12,D-1,,2.20,20,2,,\n1,121,D-1,,9,9,9,9,9\n");
    Figures day = at(world, "2026-11-22T12:00:00Z").day(campaign(world), TODAY.minusDays(1));
    assertEquals(3_300_000, day.get(Measure.SPEND));
    assertEquals(30, day.get(Measure.IMPRESSIONS));
    assertEquals(500_000, day.get(Measure.CONVERSIONS));
  }

  @Test
  void ofTodayWholeHoursAndAShareOfTheRunningOneAreVisible() {
    World world = world("1,10,D,0,1.00,7,0,1,0\n1,10,D,1,1.01,7,3,1,0.99\n1,10,D,2,5,5,5,5,5\n");
    // 00:30 in Berlin
    Figures half = at(world, "2026-11-21T23:30:59Z").day(campaign(world), TODAY);
    assertEquals(500_000, half.get(Measure.SPEND));
    assertEquals(3, half.get(Measure.IMPRESSIONS));
    // 01:20 in Berlin: a third of 1.01 is 0.33, of 7 is 2, of a conversion 0.333333
    Figures third = at(world, "2026-11-22T00:20:00Z").day(campaign(world), TODAY);
    assertEquals(1_330_000, third.get(Measure.SPEND));
    assertEquals(9, third.get(Measure.IMPRESSIONS));
    assertEquals(1, third.get(Measure.CLICKS));
    assertEquals(1_333_333, third.get(Measure.CONVERSIONS));
    assertEquals(330_000, third.get(Measure.CONVERSION_VALUE));
    Figures complete = at(world, "2026-11-22T01:00:00Z").day(campaign(world), TODAY);
    assertEquals(2_010_000, complete.get(Measure.SPEND));
    assertEquals(2_000_000, complete.get(Measure.CONVERSIONS));
  }

  @Test
  void aDayThatIsSpreadOverItsHoursStaysWhole() {
    World world = world("1,10,D-1,,123.47,1001,13,7.77,0.01\n");
    Moment moment = at(world, "2026-11-22T12:00:00Z");
    Figures[] hours = moment.hours(campaign(world), TODAY.minusDays(1));
    Figures sum = Arrays.stream(hours).reduce(Figures.NONE, Figures::plus);
    assertEquals(moment.day(campaign(world), TODAY.minusDays(1)).reported(), sum.reported());
    assertTrue(hours[11].get(Measure.SPEND) > hours[3].get(Measure.SPEND));
    assertTrue(Arrays.stream(hours).allMatch(hour -> hour.get(Measure.SPEND) % 10_000 == 0));
  }

  @Test
  void tomorrowIsVisibleWhenItsDayComes() {
    World world = world("1,10,D+1,0,1,1,1,1,1\n");
    LocalDate tomorrow = TODAY.plusDays(1);
    Entity campaign = campaign(world);
    assertTrue(at(world, "2026-11-22T22:59:00Z").dates(campaign, TODAY, tomorrow).isEmpty());
    assertEquals(
        1_000_000, at(world, "2026-11-23T00:00:00Z").day(campaign, tomorrow).get(Measure.SPEND));
  }

  @Test
  void aLeadEndsAtMidnightAndLapsesThere() {
    World world = world("1,10,D,23,6,6,6,6,6\n1,10,D+1,,24,24,24,24,24\n");
    Map<String, Moment.Lead> lead = Map.of("1", new Moment.Lead(TODAY, 2_000));
    Moment before = new Moment(world, Instant.parse("2026-11-22T12:00:00Z"), List.of(), lead);
    assertEquals(6_000_000, before.day(campaign(world), TODAY).get(Measure.SPEND));
    assertEquals(0, before.day(campaign(world), TODAY.plusDays(1)).get(Measure.SPEND));
    Moment after = new Moment(world, Instant.parse("2026-11-22T23:00:00Z"), List.of(), lead);
    assertEquals(0, after.day(campaign(world), TODAY.plusDays(1)).get(Measure.SPEND));
  }

  @Test
  void theHourAnAutumnClockRepeatsIsTwiceAsLongAndItsRowsAddUp() {
    World world = world("1,10,2026-10-25,2,4,4,4,4,4\n1,10,2026-10-25,2,8,8,8,8,8\n");
    Entity campaign = campaign(world);
    Moment afterTheFirst = at(world, "2026-10-25T01:00:00Z");
    assertEquals(6_000_000, afterTheFirst.hours(campaign, AUTUMN)[2].get(Measure.SPEND));
    Moment afterBoth = at(world, "2026-10-25T02:00:00Z");
    assertEquals(12_000_000, afterBoth.day(campaign, AUTUMN).get(Measure.SPEND));
  }

  @Test
  void theHourASpringClockSkipsCountsInTheDay() {
    World world = world("1,10,2026-03-29,2,4,4,4,4,4\n1,10,2026-03-29,3,1,1,1,1,1\n");
    Moment moment = at(world, "2026-11-22T12:00:00Z");
    assertEquals(5_000_000, moment.day(campaign(world), SPRING).get(Measure.SPEND));
    assertEquals(0, moment.hours(campaign(world), SPRING)[2].get(Measure.SPEND));
    assertEquals(5_000_000, moment.hours(campaign(world), SPRING)[3].get(Measure.SPEND));
  }

  @Test
  void aRestatementReplacesTheDayOrItsHour() {
    World world = world("1,111,D-1,4,3,3,3,3,3\n1,111,D-1,5,7,7,7,7,7\n");
    LocalDate date = TODAY.minusDays(1);
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    Figures two = Figures.of(Map.of(Measure.SPEND, 2_000_000L));
    Moment day =
        new Moment(world, now, List.of(new Restatement("111", date, null, two, now)), Map.of());
    assertEquals(2_000_000, day.day(campaign(world), date).get(Measure.SPEND));
    assertEquals(0, day.day(campaign(world), date).get(Measure.CLICKS));
    Moment hour =
        new Moment(world, now, List.of(new Restatement("111", date, 5, two, now)), Map.of());
    assertEquals(5_000_000, hour.day(campaign(world), date).get(Measure.SPEND));
    Moment above =
        new Moment(world, now, List.of(new Restatement("10", date, 5, two, now)), Map.of());
    assertEquals(5_000_000, above.day(campaign(world), date).get(Measure.SPEND));
    assertEquals(
        10_000_000, above.day(Objects.requireNonNull(world.entity("11")), date).get(Measure.SPEND));
  }

  @Test
  void someoneEditsInThePlatformsConsole() throws IOException {
    world("");
    Files.writeString(
        folder.resolve("changes.csv"),
        "account_id,entity_id,at,field,value\n1,10,30,name,Shoes\n1,10,31,daily_budget,\n");
    WorldFolder read = new WorldFolder(folder);
    World world = read.read(read.startingAt(Instant.parse("2026-11-22T12:00:00Z")));
    assertEquals("Boots", at(world, "2026-11-22T12:29:00Z").entity("10").name());
    assertEquals("Shoes", at(world, "2026-11-22T12:30:00Z").entity("10").name());
    assertEquals(12_500_000, at(world, "2026-11-22T12:30:00Z").entity("10").budget().daily());
    assertEquals(null, at(world, "2026-11-22T12:31:00Z").entity("10").budget().daily());
  }

  @Test
  void conversionsByConversionDateEqualTheOthersUnlessAFileSaysOtherwise() throws IOException {
    world("1,111,D-1,,1,1,1,2,20\n1,121,D-1,,1,1,1,3,30\n");
    Files.writeString(
        folder.resolve("conversion_actions.csv"),
        "account_id,entity_id,date,action,category,count,value,by\n"
            + "1,121,D-1,Order,PURCHASE,5,50,conversion\n1,121,D-1,Order,PURCHASE,9,90,click\n");
    WorldFolder read = new WorldFolder(folder);
    World world = read.read(read.startingAt(Instant.parse("2026-11-22T12:00:00Z")));
    Figures day = at(world, "2026-11-22T12:00:00Z").day(campaign(world), TODAY.minusDays(1));
    assertEquals(5_000_000, day.get(Measure.CONVERSIONS));
    assertEquals(7_000_000, day.get(Measure.CONVERSIONS_BY_DATE));
    assertEquals(70_000_000, day.get(Measure.CONVERSION_VALUE_BY_DATE));
  }
}
