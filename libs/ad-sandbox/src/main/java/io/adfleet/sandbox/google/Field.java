package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of a query that really exists in a row of Google Ads, like {@code campaign.name}. */
record Field(String path, List<FieldDescriptor> steps) {

  static Field of(String path) {
    List<FieldDescriptor> steps = new ArrayList<>();
    Descriptor within = GoogleAdsRow.getDescriptor();
    for (String name : path.split("\\.", -1)) {
      FieldDescriptor step = within == null ? null : within.findFieldByName(name);
      if (step == null) {
        throw Failures.query(
            QueryError.UNRECOGNIZED_FIELD, "Unrecognized field in the query: '" + path + "'.");
      }
      steps.add(step);
      boolean message = step.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
      within = message && !step.isRepeated() ? step.getMessageType() : null;
    }
    if (within != null || steps.size() < 2) {
      throw Failures.query(
          QueryError.UNRECOGNIZED_FIELD, "'" + path + "' is a message, not a field of one.");
    }
    return new Field(path, List.copyOf(steps));
  }

  /** The first step: {@code campaign}, {@code metrics}, {@code segments}. */
  String root() {
    return steps.getFirst().getName();
  }

  FieldDescriptor leaf() {
    return steps.getLast();
  }

  /** The value in a row: a Long, Double, Boolean or String, or null where it isn't set. */
  @Nullable Object value(GoogleAdsRow row) {
    Message within = row;
    for (FieldDescriptor step : steps.subList(0, steps.size() - 1)) {
      if (!within.hasField(step)) {
        return null;
      }
      within = (Message) within.getField(step);
    }
    if (leaf().isRepeated() || leaf().hasPresence() && !within.hasField(leaf())) {
      return null;
    }
    return switch (within.getField(leaf())) {
      case EnumValueDescriptor constant -> constant.getName();
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case Object value -> value;
    };
  }
}
