package io.adfleet.local.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page where the browser has arrived.
 *
 * @param address after all redirects
 */
record Page(URI address, int status, String body) {

  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern INPUT =
      Pattern.compile("<input\\b([^>]*)>", Pattern.CASE_INSENSITIVE);

  /** The first form of the page: where it goes and what it carries already. */
  record Form(URI action, Map<String, String> fields) {

    String encoded() {
      return fields.entrySet().stream()
          .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
          .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  boolean hasForm() {
    return status == 200 && FORM.matcher(body).find();
  }

  Form form() {
    Matcher form = FORM.matcher(body);
    if (!form.find()) {
      throw new IllegalStateException("there is no form on " + address);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(form.group(2));
    while (input.find()) {
      String name = attribute(input.group(1), "name");
      String type = attribute(input.group(1), "type");
      if (!name.isEmpty() && !type.equals("submit") && !type.equals("checkbox")) {
        fields.put(name, attribute(input.group(1), "value"));
      }
    }
    String action = attribute(form.group(1), "action");
    return new Form(action.isEmpty() ? address : address.resolve(action), fields);
  }

  private static String attribute(String tag, String name) {
    Matcher value =
        Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE)
            .matcher(tag);
    return value.find() ? plain(value.group(1)) : "";
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x3D;", "=")
        .replace("&#61;", "=")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
