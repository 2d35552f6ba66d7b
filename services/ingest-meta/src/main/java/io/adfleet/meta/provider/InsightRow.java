package io.adfleet.meta.provider;

import io.adfleet.contracts.ActionCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of insights while it is read: what isn't said is zero. */
final class InsightRow {

  /** In place of a window: what the account's own setting credits. */
  static final String BY_SETTING = "";

  /** Where a row doesn't say how its actions are credited. */
  private static final String UNSAID = "default";

  private record Key(String type, String window) {}

  private static final class Sum {
    private long count;
    private long value;
  }

  private final Map<Key, Sum> actions = new LinkedHashMap<>();
  private @Nullable String setting;
  @Nullable String id;
  @Nullable LocalDate date;
  @Nullable Integer hour;
  long spend;
  long impressions;
  long clicks;
  long linkClicks;

  void creditedBy(String attributionSetting) {
    this.setting = attributionSetting;
  }

  /**
   * Adds a figure of an action.
   *
   * @param window the attribution window, or {@link #BY_SETTING}
   * @param worth whether it is what the actions were worth instead of how many they were
   */
  void add(String type, String window, long figure, boolean worth) {
    Sum sum = actions.computeIfAbsent(new Key(type, window), none -> new Sum());
    if (worth) {
      sum.value += figure;
    } else {
      sum.count += figure;
    }
  }

  /** A type by the account's own setting, or null where the row doesn't say it. */
  @Nullable ActionCount credited(String type) {
    Key key = new Key(type, BY_SETTING);
    Sum sum = actions.get(key);
    return sum == null ? null : action(key, sum);
  }

  /** By the setting, and by every window that was asked for. */
  List<ActionCount> all() {
    List<ActionCount> all = new ArrayList<>(actions.size());
    actions.forEach((key, sum) -> all.add(action(key, sum)));
    return all;
  }

  private ActionCount action(Key key, Sum sum) {
    String by = key.window();
    if (by.equals(BY_SETTING)) {
      by = setting == null ? UNSAID : setting;
    }
    return new ActionCount(key.type(), by, sum.count, sum.value);
  }
}
