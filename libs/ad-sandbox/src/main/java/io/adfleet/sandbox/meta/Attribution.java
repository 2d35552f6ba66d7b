package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.world.Action;
import io.adfleet.sandbox.world.Decimals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an action is credited. What counts by default is a click within seven days or a view within
 * one; every window that is asked for beside it says which part of that it holds, so windows
 * overlap and must not be added.
 */
final class Attribution {

  /** The setting of every ad set and row. */
  static final String SETTING = "7d_click_1d_view";

  /** The same as an ad set says it. */
  static final List<Map<String, Object>> SPEC =
      List.of(
          Map.of("event_type", "CLICK_THROUGH", "window_days", 7),
          Map.of("event_type", "VIEW_THROUGH", "window_days", 1));

  private static final Set<String> WINDOWS =
      Set.of(
          "1d_view",
          "7d_view",
          "28d_view",
          "1d_click",
          "7d_click",
          "28d_click",
          "1d_ev",
          "dda",
          "default",
          "skan_view",
          "skan_click",
          "skan_click_second_postback",
          "skan_view_second_postback",
          "skan_click_third_postback",
          "skan_view_third_postback");

  private static final long COUNT = Decimals.MILLION;

  private Attribution() {}

  static List<String> windows(List<String> asked) {
    for (int i = 0; i < asked.size(); i++) {
      if (!WINDOWS.contains(asked.get(i))) {
        throw Failures.parameter(
            "Param action_attribution_windows["
                + i
                + "] must be one of "
                + WINDOWS.stream().sorted().toList());
      }
    }
    return asked;
  }

  /** One entry of {@code actions} or {@code action_values}, or null where it would be nothing. */
  static @Nullable Map<String, Object> entry(
      String type, Action action, boolean values, long coin, List<String> windows) {
    long whole = values ? action.value() : action.count();
    if (whole == 0) {
      return null;
    }
    long step = values ? coin : COUNT;
    long viewed = Math.floorDiv(whole / 4, step) * step;
    long clicked = whole - viewed;
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("action_type", type);
    entry.put("value", Decimals.text(whole));
    for (String window : windows) {
      long part =
          switch (window) {
            case "1d_view", "7d_view", "28d_view" -> viewed;
            case "7d_click", "28d_click" -> clicked;
            case "1d_click" -> Math.floorDiv(clicked * 4 / 5, step) * step;
            case "default", "dda" -> whole;
            default -> 0;
          };
      if (part != 0) {
        entry.put(window, Decimals.text(part));
      }
    }
    return entry;
  }
}
