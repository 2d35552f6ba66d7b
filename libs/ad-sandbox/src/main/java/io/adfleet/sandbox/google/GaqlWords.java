package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a query, one after the other. */
final class GaqlWords {

  private enum Type {
    NAME,
    NUMBER,
    TEXT,
    SYMBOL
  }

  private record Word(Type type, String text) {}

  private final String query;
  private final List<Word> words = new ArrayList<>();
  private int next;

  GaqlWords(String query) {
    this.query = query;
    int at = 0;
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'' || c == '"') {
        at = text(at);
      } else if (Character.isLetter(c) || c == '_') {
        at = run(at, Type.NAME);
      } else if (Character.isDigit(c) || c == '-' || c == '+' || c == '.') {
        at = run(at, Type.NUMBER);
      } else {
        at = symbol(at);
      }
    }
  }

  private int run(int from, Type type) {
    int to = from + 1;
    while (to < query.length() && partOf(query.charAt(to))) {
      to++;
    }
    words.add(new Word(type, query.substring(from, to)));
    return to;
  }

  private static boolean partOf(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
  }

  private int text(int from) {
    char quote = query.charAt(from);
    StringBuilder text = new StringBuilder();
    for (int at = from + 1; at < query.length(); at++) {
      char c = query.charAt(at);
      if (c == quote) {
        words.add(new Word(Type.TEXT, text.toString()));
        return at + 1;
      }
      if (c == '\n') {
        throw Failures.query(
            QueryError.PROHIBITED_NEWLINE_IN_STRING, "A text must not go over a line's end.");
      }
      if (c == '\\') {
        at++;
        if (at == query.length() || "\\'\"%".indexOf(query.charAt(at)) < 0) {
          throw Failures.query(QueryError.BAD_ESCAPE_SEQUENCE, "Nothing is escaped by \\.");
        }
        c = query.charAt(at);
      }
      text.append(c);
    }
    throw Failures.query(
        QueryError.STRING_NOT_TERMINATED, "The text that begins at " + from + " has no end.");
  }

  private int symbol(int from) {
    for (String two : List.of("!=", "<=", ">=")) {
      if (query.startsWith(two, from)) {
        words.add(new Word(Type.SYMBOL, two));
        return from + 2;
      }
    }
    String one = query.substring(from, from + 1);
    if (!"=<>(),".contains(one)) {
      throw Failures.query(
          QueryError.UNEXPECTED_INPUT, "Unexpected '" + one + "' at " + from + ".");
    }
    words.add(new Word(Type.SYMBOL, one));
    return from + 1;
  }

  /** Takes the next word if it is this one. */
  boolean took(String wanted) {
    Word word = peek();
    boolean is =
        word != null
            && (word.type() == Type.NAME || word.type() == Type.SYMBOL)
            && word.text().equalsIgnoreCase(wanted);
    next += is ? 1 : 0;
    return is;
  }

  void expect(String wanted, QueryError otherwise) {
    if (!took(wanted)) {
      throw unexpected(otherwise, wanted);
    }
  }

  /** A field or resource. */
  String name() {
    Word word = peek();
    if (word == null || word.type() != Type.NAME) {
      throw unexpected(QueryError.BAD_FIELD_NAME, "a name");
    }
    next++;
    return word.text();
  }

  /** A value: a number, a quoted text, or a bare constant. */
  String literal() {
    Word word = peek();
    if (word == null || word.type() == Type.SYMBOL) {
      throw unexpected(QueryError.UNEXPECTED_INPUT, "a value");
    }
    next++;
    return word.text();
  }

  /** A symbol that compares, or null if the next word is something else. */
  @Nullable String symbol() {
    Word word = peek();
    if (word == null || word.type() != Type.SYMBOL) {
      return null;
    }
    next++;
    return word.text();
  }

  void end() {
    if (peek() != null) {
      throw unexpected(QueryError.UNEXPECTED_INPUT, "the end of the query");
    }
  }

  StatusRuntimeException unexpected(QueryError error, String wanted) {
    Word word = peek();
    return word == null
        ? Failures.query(
            QueryError.UNEXPECTED_END_OF_QUERY, "The query ends where " + wanted + " is expected.")
        : Failures.query(
            error, "Expected " + wanted + " but found '" + word.text() + "' in the query.");
  }

  private @Nullable Word peek() {
    return next < words.size() ? words.get(next) : null;
  }
}
