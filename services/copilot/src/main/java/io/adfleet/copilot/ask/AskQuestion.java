package io.adfleet.copilot.ask;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Query;
import io.adfleet.copilot.CopilotConfig;
import io.adfleet.copilot.CopilotProblem;
import io.adfleet.copilot.answer.Sentence;
import io.adfleet.copilot.answer.Table;
import io.adfleet.copilot.dashboard.DashboardAnswer;
import io.adfleet.copilot.dashboard.DashboardClient;
import io.adfleet.copilot.dashboard.QueryRefusedException;
import io.adfleet.copilot.question.Grammar;
import io.adfleet.copilot.question.QueryInWords;
import io.adfleet.copilot.question.UnderstandQuestion;
import io.adfleet.copilot.question.Understood;
import io.adfleet.defaults.ProblemBody;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.messaging.Trace;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Answers one question: understand, ask for the figures, render, keep. */
@ApplicationScoped
class AskQuestion {

  private static final Logger LOG = Logger.getLogger(AskQuestion.class);

  private final UnderstandQuestion understand;
  private final DashboardClient dashboard;
  private final KeepQuestion keep;
  private final CopilotConfig config;
  private final Clock clock;

  AskQuestion(
      UnderstandQuestion understand,
      DashboardClient dashboard,
      KeepQuestion keep,
      CopilotConfig config,
      Clock clock) {
    this.understand = understand;
    this.dashboard = dashboard;
    this.keep = keep;
    this.config = config;
    this.clock = clock;
  }

  /** Answers it, telling every event; cancelling stops all of it. */
  Uni<Void> ask(UUID workspace, UUID user, String text, Consumer<AskEvent> tell) {
    String traceparent = Trace.current();
    Asking asking = new Asking(workspace, user, Ids.next(), clock.instant(), text);
    return understand
        .read(text, step -> tell.accept(new AskEvent.Step(step)))
        .invoke(asking::read)
        .chain(reading -> go(asking, reading.understood(), tell))
        .ifNoItem()
        .after(config.deadline())
        .fail()
        .onFailure(QueryRefusedException.class)
        .recoverWithUni(refused -> not(asking, refused.getMessage(), tell))
        .onFailure()
        .recoverWithUni(failure -> Trace.call(traceparent, () -> failed(asking, failure, tell)))
        .onCancellation()
        .invoke(() -> keep.aside(asking, Question.Outcome.CANCELLED));
  }

  private Uni<Void> go(Asking asking, Understood understood, Consumer<AskEvent> tell) {
    return switch (understood) {
      case Understood.NotUnderstood not -> not(asking, not.reason(), tell);
      case Understood.Asked asked -> answer(asking, asked, tell);
    };
  }

  private Uni<Void> answer(Asking asking, Understood.Asked asked, Consumer<AskEvent> tell) {
    Query query = asked.query();
    String words = QueryInWords.of(query);
    asking.asked(query, words);
    asked.notes().forEach(note -> tell.accept(new AskEvent.Step(note)));
    tell.accept(new AskEvent.Asked(query, words));
    tell.accept(new AskEvent.Step("Asking for the figures."));
    return dashboard
        .ask(asking.workspace(), query)
        .invoke(answer -> render(asking, query, answer, tell))
        .chain(() -> end(asking, Question.Outcome.ANSWERED, tell));
  }

  private static void render(
      Asking asking, Query query, DashboardAnswer answer, Consumer<AskEvent> tell) {
    Table table = Table.of(query, answer);
    String sentences = Sentence.of(query, answer, table);
    asking.tabled(table, Provenance.of(answer));
    asking.answered(sentences);
    tell.accept(new AskEvent.Tabled(table));
    tell.accept(new AskEvent.Text(sentences));
  }

  private Uni<Void> not(Asking asking, String reason, Consumer<AskEvent> tell) {
    String sentences = reason + " " + Grammar.ABILITIES;
    asking.answered(sentences);
    tell.accept(new AskEvent.Text(sentences));
    return end(asking, Question.Outcome.NOT_UNDERSTOOD, tell);
  }

  /** What was answered is kept before it is said to be done. */
  private Uni<Void> end(Asking asking, Question.Outcome outcome, Consumer<AskEvent> tell) {
    return keep.keep(asking, outcome)
        .invoke(() ->
            tell.accept(
                new AskEvent.Done(
                    asking.id(),
                    outcome == Question.Outcome.ANSWERED,
                    asking.provenance(),
                    asking.took(clock.instant()).toMillis())));
  }

  private Uni<Void> failed(Asking asking, Throwable failure, Consumer<AskEvent> tell) {
    keep.aside(asking, Question.Outcome.FAILED);
    tell.accept(new AskEvent.Failed(problem(failure)));
    return Uni.createFrom().voidItem();
  }

  private static ProblemBody problem(Throwable failure) {
    return switch (failure) {
      case ProblemException known ->
          ProblemBody.of(known.type(), known.getMessage(), known.errors());
      case TimeoutException late ->
          ProblemBody.of(
              CopilotProblem.TOOK_TOO_LONG,
              "The answer took too long. Ask again, or for fewer dates.",
              List.of());
      default -> {
        LOG.error("A question failed", failure);
        yield ProblemBody.of(
            Problems.INTERNAL,
            "Something went wrong on our side. Give support the trace id.",
            List.of());
      }
    };
  }
}
