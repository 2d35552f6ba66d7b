package io.adfleet.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.web.ProblemException;
import io.adfleet.sandbox.world.Cells;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object read like a row of a CSV file. */
final class JsonCells extends Cells {

  private final JsonNode object;

  JsonCells(JsonNode object, Set<String> columns) {
    this.object = object;
    if (!object.isObject()) {
      throw ProblemException.unreadable("The body must be one JSON object.");
    }
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!columns.contains(name)) {
            throw refuse(name, "is not a column of restatements.csv");
          }
        });
  }

  @Override
  protected @Nullable String cell(String column) {
    JsonNode value = object.get(column);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isContainerNode() || value.isBoolean()) {
      throw refuse(column, "is neither text nor a number");
    }
    String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    return text.isEmpty() ? null : text;
  }

  @Override
  protected RuntimeException refuse(String column, String reason) {
    return ProblemException.invalid(
        column, reason, "Send one row of restatements.csv as a JSON object.");
  }
}
