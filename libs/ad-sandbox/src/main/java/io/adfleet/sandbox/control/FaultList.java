package io.adfleet.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.web.ProblemException;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a list of faults from a request and refuses what no one would understand. */
final class FaultList {

  private static final Set<String> FIELDS =
      Set.of(
          "platform",
          "account_id",
          "operation",
          "fault",
          "times",
          "probability",
          "retry_after_seconds",
          "rows",
          "percent",
          "code");

  private final World world;

  FaultList(World world) {
    this.world = world;
  }

  List<Fault> read(JsonNode body) {
    JsonNode list = body.isObject() && body.has("items") ? body.get("items") : body;
    if (!list.isArray()) {
      throw ProblemException.unreadable("The body must be a list of faults.");
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      faults.add(fault(list.get(i), "[" + i + "]."));
    }
    return faults;
  }

  private Fault fault(JsonNode node, String at) {
    if (!node.isObject()) {
      throw ProblemException.unreadable("Every fault must be a JSON object.");
    }
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!FIELDS.contains(name)) {
            throw ProblemException.invalid(
                at + name, "is not a field of a fault", "Known: " + sorted(FIELDS) + ".");
          }
        });
    return new Fault(
        platform(node, at),
        account(node, at),
        text(node, "operation", "*"),
        type(node, at),
        whole(node, at, "times", 1, 1_000_000),
        probability(node, at),
        orElse(whole(node, at, "retry_after_seconds", 0, 86_400), 5),
        whole(node, at, "rows", 0, 10_000_000),
        whole(node, at, "percent", 0, 100),
        whole(node, at, "code", 1, 1_000_000));
  }

  private static String platform(JsonNode node, String at) {
    String platform = text(node, "platform", "*");
    if (!platform.equals("*") && Platform.of(platform).isEmpty()) {
      throw ProblemException.invalid(
          at + "platform",
          "\"" + platform + "\" is not a platform",
          "Say google, meta, tiktok, shopify or *.");
    }
    return platform;
  }

  private String account(JsonNode node, String at) {
    String account = text(node, "account_id", "*");
    if (!account.equals("*") && world.account(account) == null) {
      throw ProblemException.invalid(
          at + "account_id",
          "\"" + account + "\" is not an account of this world",
          "Say the platform's account id, or *.");
    }
    return account;
  }

  private static Fault.Type type(JsonNode node, String at) {
    String word = text(node, "fault", "");
    return Arrays.stream(Fault.Type.values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.invalid(
                at + "fault",
                "\"" + word + "\" is not a known fault",
                "Known: "
                    + sorted(
                        Arrays.stream(Fault.Type.values())
                            .map(Fault.Type::word)
                            .collect(Collectors.toSet()))
                    + "."));
  }

  private static double probability(JsonNode node, String at) {
    JsonNode value = node.get("probability");
    if (value == null || value.isNull()) {
      return 1;
    }
    if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
      throw ProblemException.invalid(
          at + "probability", "is not a number from 0 to 1", "Say 1 for every request.");
    }
    return value.doubleValue();
  }

  private static @Nullable Integer whole(
      JsonNode node, String at, String field, int least, int most) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw ProblemException.invalid(
          at + field,
          "is not a whole number from " + least + " to " + most,
          "Leave it out for the default.");
    }
    return value.intValue();
  }

  private static int orElse(@Nullable Integer value, int other) {
    return value == null ? other : value;
  }

  private static String text(JsonNode node, String field, String other) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() || value.asText().isEmpty() ? other : value.asText();
  }

  private static String sorted(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }
}
