package io.adfleet.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people did after an ad, by Meta's action types. Types overlap: those of one family say the
 * same again, so only one of them counts.
 */
public final class MetaActions {

  /** The purchase family, the widest type first. */
  static final List<String> PURCHASES =
      List.of("omni_purchase", "purchase", "offsite_conversion.fb_pixel_purchase");

  private static final List<String> LEADS = List.of("lead", "offsite_conversion.fb_pixel_lead");
  private static final List<String> INSTALLS = List.of("omni_app_install", "mobile_app_install");
  private static final List<String> CLICKS =
      List.of("link_click", "page_engagement", "post_engagement");

  private final Moment moment;
  private final World world;

  public MetaActions(Moment moment) {
    this.moment = moment;
    this.world = moment.world();
  }

  /** The actions of an entity's date that are visible, by type. */
  public Map<String, Action> day(Entity entity, LocalDate date) {
    if (!isRaw(entity, date)) {
      return of(moment.day(entity, date));
    }
    // restated hours say every type of the family
    boolean mixed = !moment.restatements(entity, date).isEmpty();
    Map<String, Action> day = new TreeMap<>();
    hours(entity, date).forEach(hour -> add(day, mixed ? widened(hour) : hour));
    return day;
  }

  /** The actions of every hour of an entity's date. */
  public List<Map<String, Action>> hours(Entity entity, LocalDate date) {
    Figures[] figures = moment.hours(entity, date);
    List<Map<String, Action>> hours = new ArrayList<>();
    for (Figures hour : figures) {
      hours.add(of(hour));
    }
    if (isRaw(entity, date)) {
      List<Map<String, Action>> raw = raw(entity, date);
      Clockwork clockwork = moment.clockwork(entity, date);
      for (int i = 0; i < figures.length; i++) {
        int hour = i;
        if (moment.restatements(entity, date).stream()
            .noneMatch(restated -> clockwork.isAbout(restated, hour))) {
          hours.set(hour, raw.get(hour));
        }
      }
    }
    return hours;
  }

  private boolean isRaw(Entity entity, LocalDate date) {
    return world.hasActions()
        && !date.isAfter(moment.today(entity.account()))
        && (!world.actions(entity, date).isEmpty()
            || world.rows(entity, date).isEmpty()
                && world.children(entity).stream().anyMatch(child -> isRaw(child, date)));
  }

  private List<Map<String, Action>> raw(Entity entity, LocalDate date) {
    List<Map<String, Action>> hours = new ArrayList<>();
    for (int hour = 0; hour < LocalDay.HOURS; hour++) {
      hours.add(new TreeMap<>());
    }
    Map<String, Action> own = world.actions(entity, date);
    Clockwork clockwork = moment.clockwork(entity, date);
    own.forEach((type, action) -> {
      long[] counts = clockwork.visibleParts(Measure.CONVERSIONS, action.count());
      long[] values = clockwork.visibleParts(Measure.CONVERSION_VALUE, action.value());
      for (int hour = 0; hour < counts.length; hour++) {
        if (counts[hour] != 0 || values[hour] != 0) {
          hours.get(hour).put(type, new Action(counts[hour], values[hour]));
        }
      }
    });
    for (Entity child : own.isEmpty() ? world.children(entity) : List.<Entity>of()) {
      List<Map<String, Action>> beneath = hours(child, date);
      for (int hour = 0; hour < hours.size(); hour++) {
        add(hours.get(hour), widened(beneath.get(hour)));
      }
    }
    return hours;
  }

  /** A narrow purchase is one of every wider type too, so that sums of a family stay right. */
  public static Map<String, Action> widened(Map<String, Action> actions) {
    Map<String, Action> widened = new TreeMap<>(actions);
    PURCHASES.stream()
        .filter(actions::containsKey)
        .findFirst()
        .ifPresent(type ->
            PURCHASES
                .subList(0, PURCHASES.indexOf(type))
                .forEach(wider -> widened.put(wider, actions.get(type))));
    return widened;
  }

  /** Adds actions to a sum. */
  public static void add(Map<String, Action> sum, Map<String, Action> more) {
    more.forEach((type, action) -> sum.merge(type, action, Action::plus));
  }

  private static Map<String, Action> of(Figures figures) {
    Map<String, Action> actions = new TreeMap<>();
    say(
        actions,
        PURCHASES,
        new Action(figures.get(Measure.CONVERSIONS), figures.get(Measure.CONVERSION_VALUE)));
    say(actions, LEADS, new Action(figures.get(Measure.LEADS), 0));
    say(actions, INSTALLS, new Action(figures.get(Measure.INSTALLS), 0));
    say(actions, CLICKS, new Action(figures.get(Measure.CLICKS) * Decimals.MILLION, 0));
    return actions;
  }

  private static void say(Map<String, Action> actions, List<String> types, Action action) {
    if (action.count() != 0 || action.value() != 0) {
      types.forEach(type -> actions.put(type, action));
    }
  }
}
