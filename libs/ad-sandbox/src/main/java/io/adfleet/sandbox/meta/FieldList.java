package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The fields that are asked for, each with those of the object behind it: {@code
 * id,creative{thumbnail_url}}.
 */
record FieldList(Map<String, FieldList> fields) {

  static final FieldList NONE = new FieldList(Map.of());

  static FieldList of(GraphCall call) {
    String text = call.text("fields");
    if (text == null) {
      return NONE;
    }
    return new Parser(text.startsWith("[") ? String.join(",", call.words("fields")) : text).all();
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  Set<String> names() {
    return fields.keySet();
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text.replaceAll("\\s", "");
    }

    FieldList all() {
      FieldList list = list();
      if (at < text.length()) {
        throw unexpected();
      }
      return list;
    }

    private FieldList list() {
      Map<String, FieldList> fields = new LinkedHashMap<>();
      while (at < text.length() && text.charAt(at) != '}') {
        String name = name();
        FieldList nested = NONE;
        if (at < text.length() && text.charAt(at) == '{') {
          at++;
          nested = list();
          if (at == text.length()) {
            throw unexpected();
          }
          at++;
        }
        fields.put(name, nested);
        if (at < text.length() && text.charAt(at) == ',') {
          at++;
        }
      }
      return new FieldList(fields);
    }

    private String name() {
      int from = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
      if (from == at) {
        throw unexpected();
      }
      return text.substring(from, at);
    }

    private RuntimeException unexpected() {
      String what =
          at < text.length() ? "unexpected " + text.charAt(at) : "unexpected end of string";
      return Failures.syntax(what + " at char " + at + " in: " + text);
    }
  }
}
