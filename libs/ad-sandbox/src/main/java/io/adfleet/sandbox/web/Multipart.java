package io.adfleet.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form in parts, as {@code multipart/form-data} writes it; files are read as text. */
final class Multipart {

  static final String TYPE = "multipart/form-data";

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");

  private Multipart() {}

  static Map<String, String> fields(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw ProblemException.unreadable("The form in parts has no boundary.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    String text = "\r\n" + new String(body, StandardCharsets.UTF_8);
    for (String part : text.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
      if (name.find()) {
        fields.put(name.group(1), part.substring(head + 4));
      }
    }
    return fields;
  }
}
