package io.adfleet.copilot.ask;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.answer.Table;
import io.adfleet.copilot.question.Understood.Cost;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question and what became of it, as it is kept. */
record Question(
    UUID workspace,
    UUID id,
    UUID user,
    Instant askedAt,
    int tookMillis,
    String text,
    Outcome outcome,
    @Nullable String readBy,
    @Nullable Query query,
    @Nullable String words,
    @Nullable String answer,
    @Nullable Table result,
    @Nullable Provenance provenance,
    Cost cost) {

  /** What became of it. */
  enum Outcome {
    ANSWERED,
    NOT_UNDERSTOOD,
    FAILED,
    CANCELLED
  }
}
