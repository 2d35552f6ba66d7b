package io.adfleet.attribution.pixel;

import io.adfleet.defaults.PlainText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a page's address: where it is, the campaign's own parameters and the platforms'
 * click ids. Everything else in it may say who somebody is.
 */
record PageAddress(@Nullable String place, Map<String, String> utm, Map<String, String> clickIds) {

  static final Set<String> CLICK_IDS =
      Set.of("gclid", "gbraid", "wbraid", "fbclid", "fbc", "fbp", "ttclid", "msclkid");

  private static final Set<String> UTM =
      Set.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id");

  /** Scheme, host with port, path; browsers leave signs in a path that no URI may hold. */
  private static final Pattern WEB =
      Pattern.compile(
          "(https?)://(?:[^/@]*@)?([^/@\\s]+)(/.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int LONGEST_PLACE = 500;
  private static final int LONGEST_VALUE = 500;

  static final PageAddress NONE = new PageAddress(null, Map.of(), Map.of());

  /** Of an address as a browser writes it; nothing is kept of what is none. */
  static PageAddress of(@Nullable String text) {
    if (text == null) {
      return NONE;
    }
    int query = text.indexOf('?');
    int fragment = text.indexOf('#');
    int end = query < 0 ? fragment : fragment < 0 ? query : Math.min(query, fragment);
    String place = place(end < 0 ? text : text.substring(0, end));
    if (place == null) {
      return NONE;
    }
    Map<String, String> utm = new LinkedHashMap<>();
    Map<String, String> clickIds = new LinkedHashMap<>();
    if (query >= 0 && (fragment < 0 || query < fragment)) {
      String parameters = text.substring(query + 1, fragment < 0 ? text.length() : fragment);
      for (String parameter : parameters.split("&")) {
        keep(parameter, utm, clickIds);
      }
    }
    return new PageAddress(place, utm, clickIds);
  }

  private static @Nullable String place(String text) {
    Matcher web = WEB.matcher(text);
    if (!web.matches()) {
      return null;
    }
    String path = web.group(3) == null ? "" : web.group(3);
    String place = web.group(1).toLowerCase(Locale.ROOT) + "://" + web.group(2) + path;
    return place.length() <= LONGEST_PLACE ? place : beginning(place);
  }

  /** No half of a character is left at its end. */
  private static String beginning(String place) {
    boolean cutsOne = Character.isHighSurrogate(place.charAt(LONGEST_PLACE - 1));
    return place.substring(0, cutsOne ? LONGEST_PLACE - 1 : LONGEST_PLACE);
  }

  private static void keep(
      String parameter, Map<String, String> utm, Map<String, String> clickIds) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    Map<String, String> kept =
        UTM.contains(name) ? utm : CLICK_IDS.contains(name) ? clickIds : null;
    if (kept == null || equals < 0) {
      return;
    }
    String value = decoded(parameter.substring(equals + 1));
    if (!value.isBlank() && value.length() <= LONGEST_VALUE && PlainText.isLine(value)) {
      kept.putIfAbsent(name, value);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a stray percent sign: taken as it stands
      return text;
    }
  }
}
