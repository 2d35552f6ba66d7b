package io.adfleet.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are meant: {@code effective_status} and {@code filtering}. What is deleted or
 * archived is left out unless a condition says which states are meant.
 */
final class Filter {

  private static final Set<String> OPERATORS =
      Set.of("IN", "NOT_IN", "EQUAL", "NOT_EQUAL", "CONTAIN", "NOT_CONTAIN");

  private record Condition(Kind kind, String field, String operator, Set<String> values) {

    /** Whether it says which states of a kind are meant. */
    boolean namesStates(Kind listed) {
      return kind == listed && field.equals("effective_status");
    }

    boolean meets(String value) {
      return switch (operator) {
        case "IN", "EQUAL" -> values.contains(value);
        case "CONTAIN" -> values.stream().anyMatch(value::contains);
        case "NOT_CONTAIN" -> values.stream().noneMatch(value::contains);
        default -> !values.contains(value);
      };
    }
  }

  private final Moment moment;
  private final List<Condition> conditions;
  private final boolean gone;

  private Filter(Moment moment, List<Condition> conditions, boolean gone) {
    this.moment = moment;
    this.conditions = conditions;
    this.gone = gone;
  }

  /** The filter of a call that lists objects of a kind. */
  static Filter of(GraphCall call, Moment moment, Kind kind) {
    List<Condition> conditions = new ArrayList<>();
    List<String> states = call.words("effective_status");
    if (!states.isEmpty()) {
      conditions.add(new Condition(kind, "effective_status", "IN", known(states)));
    }
    if (call.text("filtering") != null) {
      JsonNode list = call.json("filtering");
      if (!list.isArray()) {
        throw Failures.parameter("param filtering must be an array.");
      }
      list.forEach(node -> conditions.add(condition(node, kind)));
    }
    return new Filter(
        moment, conditions, conditions.stream().anyMatch(condition -> condition.namesStates(kind)));
  }

  /** The same that also lets deleted and archived objects pass. */
  Filter withGone() {
    return new Filter(moment, conditions, true);
  }

  private static Condition condition(JsonNode node, Kind listed) {
    String[] name = node.path("field").asText().split("\\.", 2);
    String operator = node.path("operator").asText();
    Kind kind = name.length == 1 ? listed : kind(name[0]);
    String field = name[name.length - 1];
    if (kind == null || !Set.of("id", "name", "effective_status").contains(field)) {
      throw Failures.parameter(
          "Filtering field '"
              + node.path("field").asText()
              + "' with operation '"
              + operator
              + "' is not supported");
    }
    if (!OPERATORS.contains(operator)) {
      throw Failures.parameter("param filtering[operator] must be one of " + OPERATORS);
    }
    List<String> values = new ArrayList<>();
    JsonNode value = node.path("value");
    if (value.isArray()) {
      value.forEach(one -> values.add(one.asText()));
    } else {
      values.add(value.asText());
    }
    return new Condition(
        kind,
        field,
        operator,
        field.equals("effective_status") ? known(values) : new HashSet<>(values));
  }

  private static @Nullable Kind kind(String word) {
    return switch (word) {
      case "campaign" -> Kind.CAMPAIGN;
      case "adset" -> Kind.AD_GROUP;
      case "ad" -> Kind.AD;
      default -> null;
    };
  }

  private static Set<String> known(List<String> states) {
    for (int i = 0; i < states.size(); i++) {
      if (!Status.WORDS.contains(states.get(i))) {
        throw Failures.parameter(
            "Param effective_status["
                + i
                + "] must be one of "
                + Status.WORDS.stream().sorted().toList());
      }
    }
    return new HashSet<>(states);
  }

  /** Whether an object is meant. */
  boolean test(Entity entity) {
    if (!gone && Status.GONE.contains(Status.effective(moment, entity))) {
      return false;
    }
    return conditions.stream().allMatch(condition -> meets(condition, entity));
  }

  /** A condition about something above is met by what is above; one about below is not asked. */
  private boolean meets(Condition condition, Entity entity) {
    for (Entity at = entity; at != null; at = Status.parent(moment, at)) {
      if (at.kind() == condition.kind()) {
        return condition.meets(
            switch (condition.field()) {
              case "id" -> at.id();
              case "name" -> at.name();
              default -> Status.effective(moment, at);
            });
      }
    }
    return true;
  }
}
