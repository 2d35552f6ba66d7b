package io.adfleet.attribution.key;

import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The key somebody wants.
 *
 * @param origins pages that may use it, such as {@code https://shop.example}; none for any
 */
public record KeyDraft(@Nullable String name, @Nullable List<@Nullable String> origins) {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_ORIGINS = 20;

  /** Everything that is wrong with it. */
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    if (name == null
        || name.isBlank()
        || name.strip().length() > LONGEST_NAME
        || !PlainText.isLine(name.strip())) {
      faults.add(
          new FieldError(
              "name",
              "is missing, longer than " + LONGEST_NAME + " characters or no plain text",
              "Say which shop the key is for."));
    }
    List<@Nullable String> all = origins == null ? List.of() : origins;
    if (all.size() > MOST_ORIGINS) {
      faults.add(
          new FieldError(
              "origins", "has more than " + MOST_ORIGINS + " entries", "Make another key."));
    }
    for (int i = 0; i < all.size(); i++) {
      if (origin(all.get(i)) == null) {
        faults.add(
            new FieldError(
                "origins[" + i + "]",
                "is not an origin",
                "Give scheme and host alone, such as https://shop.example."));
      }
    }
    return faults;
  }

  String checkedName() {
    return name == null ? "" : name.strip();
  }

  /** As browsers write them. */
  List<String> checkedOrigins() {
    List<String> checked = new ArrayList<>();
    for (String one : origins == null ? List.<@Nullable String>of() : origins) {
      String origin = origin(one);
      if (origin != null && !checked.contains(origin)) {
        checked.add(origin);
      }
    }
    return checked;
  }

  private static @Nullable String origin(@Nullable String text) {
    if (text == null || text.length() > 255) {
      return null;
    }
    try {
      URI uri = new URI(text.strip());
      boolean bare =
          (uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (!bare || !web || uri.getHost() == null) {
        return null;
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : 80;
      String port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
      return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
