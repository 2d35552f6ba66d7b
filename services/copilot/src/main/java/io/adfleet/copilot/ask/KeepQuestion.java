package io.adfleet.copilot.ask;

import io.adfleet.defaults.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Keeps what became of a question, and counts it. */
@ApplicationScoped
class KeepQuestion {

  private static final Logger LOG = Logger.getLogger(KeepQuestion.class);

  private final Tenants tenants;
  private final QuestionStore store;
  private final Clock clock;
  private final MeterRegistry meters;

  KeepQuestion(Tenants tenants, QuestionStore store, Clock clock, MeterRegistry meters) {
    this.tenants = tenants;
    this.store = store;
    this.clock = clock;
    this.meters = meters;
  }

  Uni<Void> keep(Asking asking, Question.Outcome outcome) {
    Question question = asking.ended(outcome, clock.instant());
    count(asking, question);
    return tenants.inWorkspace(
        question.workspace(), connection -> store.insert(connection, question));
  }

  /** Keeps it beside a stream that has ended otherwise; one that can't be kept is logged. */
  void aside(Asking asking, Question.Outcome outcome) {
    keep(asking, outcome)
        .subscribe()
        .with(
            kept -> {},
            failure -> LOG.errorf(failure, "Question %s could not be kept", asking.id()));
  }

  private void count(Asking asking, Question question) {
    Timer.builder("adfleet_copilot_questions_seconds")
        .description("From a question to its end")
        .tag("outcome", question.outcome().name().toLowerCase(Locale.ROOT))
        .tag("read_by", question.readBy() == null ? "nobody" : question.readBy())
        .register(meters)
        .record(asking.took(clock.instant()));
    meters
        .counter("adfleet_copilot_model_tokens", "direction", "in")
        .increment(question.cost().tokensIn());
    meters
        .counter("adfleet_copilot_model_tokens", "direction", "out")
        .increment(question.cost().tokensOut());
  }
}
