package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import io.adfleet.sandbox.google.Condition.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT …] [PARAMETERS …], read word by word. */
final class GaqlParser {

  private static final Map<String, Operator> SYMBOLS =
      Map.of(
          "=", Operator.EQUALS,
          "!=", Operator.NOT_EQUALS,
          "<", Operator.LESS,
          ">", Operator.GREATER,
          "<=", Operator.AT_MOST,
          ">=", Operator.AT_LEAST);

  private static final Set<String> PARAMETERS =
      Set.of("include_drafts", "omit_unselected_resource_names");

  private final GaqlWords words;

  GaqlParser(String query) {
    this.words = new GaqlWords(query);
  }

  Gaql parse() {
    words.expect("SELECT", QueryError.EXPECTED_SELECT);
    List<Field> select = fields();
    words.expect("FROM", QueryError.EXPECTED_FROM);
    String from = words.name();
    List<Condition> where = words.took("WHERE") ? conditions() : List.of();
    List<Gaql.Order> orderBy = List.of();
    if (words.took("ORDER")) {
      words.expect("BY", QueryError.EXPECTED_BY);
      orderBy = orders();
    }
    Integer limit = words.took("LIMIT") ? limit() : null;
    Map<String, String> parameters = words.took("PARAMETERS") ? parameters() : Map.of();
    words.end();
    return new Gaql(select, from, where, orderBy, limit, parameters);
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    do {
      fields.add(Field.of(words.name()));
    } while (words.took(","));
    return List.copyOf(fields);
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    do {
      conditions.add(condition());
    } while (words.took("AND"));
    return List.copyOf(conditions);
  }

  private Condition condition() {
    Field field = Field.of(words.name());
    Operator operator = operator();
    return switch (operator) {
      case IN, NOT_IN -> new Condition(field, operator, list());
      case BETWEEN -> {
        String least = words.literal();
        words.expect("AND", QueryError.EXPECTED_AND);
        yield new Condition(field, operator, List.of(least, words.literal()));
      }
      case IS_NULL, IS_NOT_NULL -> new Condition(field, operator, List.of());
      default -> new Condition(field, operator, List.of(words.literal()));
    };
  }

  private Operator operator() {
    String symbol = words.symbol();
    Operator bySymbol = symbol == null ? null : SYMBOLS.get(symbol);
    if (bySymbol != null) {
      return bySymbol;
    }
    if (words.took("NOT")) {
      if (words.took("IN")) {
        return Operator.NOT_IN;
      }
      words.expect("LIKE", QueryError.BAD_OPERATOR);
      return Operator.NOT_LIKE;
    }
    if (words.took("IS")) {
      boolean not = words.took("NOT");
      words.expect("NULL", QueryError.BAD_OPERATOR);
      return not ? Operator.IS_NOT_NULL : Operator.IS_NULL;
    }
    for (Operator word : List.of(Operator.IN, Operator.BETWEEN, Operator.LIKE, Operator.DURING)) {
      if (words.took(word.name())) {
        return word;
      }
    }
    throw words.unexpected(QueryError.BAD_OPERATOR, "an operator");
  }

  private List<String> list() {
    words.expect("(", QueryError.EXPECTED_LIST);
    List<String> literals = new ArrayList<>();
    if (words.took(")")) {
      throw Failures.query(
          QueryError.PROHIBITED_EMPTY_LIST_IN_CONDITION, "A list must not be empty.");
    }
    do {
      literals.add(words.literal());
    } while (words.took(","));
    words.expect(")", QueryError.EXPECTED_LIST);
    return List.copyOf(literals);
  }

  private List<Gaql.Order> orders() {
    List<Gaql.Order> orders = new ArrayList<>();
    do {
      Field field = Field.of(words.name());
      boolean descending = words.took("DESC");
      if (!descending) {
        words.took("ASC");
      }
      orders.add(new Gaql.Order(field, descending));
    } while (words.took(","));
    return List.copyOf(orders);
  }

  private @Nullable Integer limit() {
    String literal = words.literal();
    if (!literal.matches("[1-9]\\d{0,8}")) {
      throw Failures.query(
          QueryError.BAD_NUMBER, "LIMIT '" + literal + "' is not a positive whole number.");
    }
    return Integer.valueOf(literal);
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    do {
      String name = words.name();
      if (!PARAMETERS.contains(name)) {
        throw Failures.query(
            QueryError.BAD_PARAMETER_NAME, "'" + name + "' is not a parameter of a query.");
      }
      words.expect("=", QueryError.BAD_OPERATOR);
      parameters.put(name, words.literal().toLowerCase(Locale.ROOT));
    } while (words.took(","));
    return parameters;
  }
}
