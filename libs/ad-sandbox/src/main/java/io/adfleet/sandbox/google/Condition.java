package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One condition of a query's WHERE. */
record Condition(Field field, Operator operator, List<String> literals) {

  /** What a condition compares with. */
  enum Operator {
    EQUALS,
    NOT_EQUALS,
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST,
    IN,
    NOT_IN,
    BETWEEN,
    LIKE,
    NOT_LIKE,
    DURING,
    IS_NULL,
    IS_NOT_NULL
  }

  private static final Set<Operator> ORDERING =
      Set.of(
          Operator.LESS, Operator.GREATER, Operator.AT_MOST, Operator.AT_LEAST, Operator.BETWEEN);
  private static final Set<Operator> LIKENESS = Set.of(Operator.LIKE, Operator.NOT_LIKE);

  Condition {
    JavaType type = field.leaf().getJavaType();
    boolean text = type == JavaType.STRING;
    boolean unordered = type == JavaType.ENUM || type == JavaType.BOOLEAN;
    if (field.leaf().isRepeated()
        || ORDERING.contains(operator) && unordered
        || LIKENESS.contains(operator) && !text
        || operator == Operator.DURING && !isDate(field)) {
      throw Failures.query(
          QueryError.OPERATOR_FIELD_MISMATCH,
          "Field '" + field.path() + "' cannot be used with " + word(operator) + ".");
    }
    if (!LIKENESS.contains(operator) && operator != Operator.DURING) {
      for (String literal : literals) {
        checked(field, literal);
      }
    }
  }

  static boolean isDate(Field field) {
    return field.path().equals("segments.date");
  }

  /** Whether this bounds the dates from below and above, from below, or from above. */
  boolean bounds(boolean below) {
    return switch (operator) {
      case EQUALS, IN, BETWEEN, DURING -> true;
      case GREATER, AT_LEAST -> below;
      case LESS, AT_MOST -> !below;
      default -> false;
    };
  }

  /** The same with a range of dates instead of words like LAST_7_DAYS. */
  Condition on(LocalDate today) {
    if (operator != Operator.DURING) {
      return this;
    }
    DateWord range = DateWord.of(literals.getFirst(), today);
    return new Condition(
        field, Operator.BETWEEN, List.of(range.from().toString(), range.to().toString()));
  }

  boolean test(@Nullable Object value) {
    return switch (operator) {
      case EQUALS, IN -> any(value);
      case NOT_EQUALS, NOT_IN -> !any(value);
      case LESS -> value != null && compare(value, literals.getFirst()) < 0;
      case GREATER -> value != null && compare(value, literals.getFirst()) > 0;
      case AT_MOST -> value != null && compare(value, literals.getFirst()) <= 0;
      case AT_LEAST -> value != null && compare(value, literals.getFirst()) >= 0;
      case BETWEEN ->
          value != null
              && compare(value, literals.getFirst()) >= 0
              && compare(value, literals.getLast()) <= 0;
      case LIKE -> value != null && like(value.toString());
      case NOT_LIKE -> value == null || !like(value.toString());
      case IS_NULL -> value == null;
      case IS_NOT_NULL -> value != null;
      case DURING -> throw new IllegalStateException("A date word was not resolved");
    };
  }

  private boolean any(@Nullable Object value) {
    return value != null && literals.stream().anyMatch(literal -> compare(value, literal) == 0);
  }

  private static int compare(Object value, String literal) {
    return switch (value) {
      case Long number -> Long.compare(number, Long.parseLong(literal));
      case Double number -> Double.compare(number, Double.parseDouble(literal));
      case Boolean flag -> Boolean.compare(flag, Boolean.parseBoolean(literal));
      default -> value.toString().compareTo(literal);
    };
  }

  private boolean like(String value) {
    StringBuilder pattern = new StringBuilder();
    for (String part : literals.getFirst().split("%", -1)) {
      pattern
          .append(pattern.isEmpty() ? "" : ".*")
          .append("(?:")
          .append(Pattern.quote(part))
          .append(')');
    }
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(value)
        .matches();
  }

  private static void checked(Field field, String literal) {
    try {
      switch (field.leaf().getJavaType()) {
        case INT, LONG -> Long.parseLong(literal);
        case DOUBLE, FLOAT -> Double.parseDouble(literal);
        case BOOLEAN -> {
          if (!Set.of("true", "false").contains(literal.toLowerCase(Locale.ROOT))) {
            throw Failures.query(
                QueryError.BAD_SYMBOL, "'" + literal + "' is neither TRUE nor FALSE.");
          }
        }
        case ENUM -> {
          if (field.leaf().getEnumType().findValueByName(literal) == null) {
            throw Failures.query(
                QueryError.BAD_ENUM_CONSTANT,
                "'" + literal + "' is not a value of '" + field.path() + "'.");
          }
        }
        default -> {
          if (isDate(field)) {
            LocalDate.parse(literal);
          }
        }
      }
    } catch (NumberFormatException e) {
      throw Failures.query(
          QueryError.BAD_NUMBER, "'" + literal + "' is not a number for '" + field.path() + "'.");
    } catch (DateTimeException e) {
      throw Failures.query(
          QueryError.INVALID_DATE_FORMAT, "'" + literal + "' is not a date like 2026-03-29.");
    }
  }

  private static String word(Operator operator) {
    return operator.name().replace('_', ' ');
  }
}
