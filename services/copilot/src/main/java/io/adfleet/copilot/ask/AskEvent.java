package io.adfleet.copilot.ask;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.answer.Table;
import io.adfleet.defaults.ProblemBody;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of the stream; its data is the record as JSON. */
sealed interface AskEvent {

  /** The event's name on the stream. */
  String event();

  /** What is being done. */
  record Step(String text) implements AskEvent {
    @Override
    public String event() {
      return "step";
    }
  }

  /** What was understood. */
  record Asked(Query query, String words) implements AskEvent {
    @Override
    public String event() {
      return "query";
    }
  }

  /** The numbers. */
  record Tabled(Table table) implements AskEvent {
    @Override
    public String event() {
      return "table";
    }
  }

  /** The answer in sentences. */
  record Text(String text) implements AskEvent {
    @Override
    public String event() {
      return "text";
    }
  }

  /**
   * The end.
   *
   * @param answered whether there was an answer; else the text says what can be asked
   */
  record Done(UUID questionId, boolean answered, @Nullable Provenance provenance, long tookMillis)
      implements AskEvent {
    @Override
    public String event() {
      return "done";
    }
  }

  /** The end, without an answer for a reason of ours. */
  record Failed(ProblemBody problem) implements AskEvent {
    @Override
    public String event() {
      return "error";
    }
  }
}
