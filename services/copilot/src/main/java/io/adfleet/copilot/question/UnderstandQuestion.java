package io.adfleet.copilot.question;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets the parsers read a question, one after the other, until one understands it or is certain
 * that nobody can.
 */
@ApplicationScoped
public class UnderstandQuestion {

  private final List<QuestionParser> parsers;

  @Inject
  UnderstandQuestion(@Any Instance<QuestionParser> parsers) {
    this(parsers.stream().toList());
  }

  UnderstandQuestion(List<QuestionParser> parsers) {
    this.parsers = parsers.stream().sorted(Comparator.comparingInt(QuestionParser::rank)).toList();
  }

  /** What was understood, and by whom. */
  public record Reading(String by, Understood understood) {}

  /**
   * Reads a question.
   *
   * @param step hears what is being done
   */
  public Uni<Reading> read(String question, Consumer<String> step) {
    return read(question, step, parsers.stream().filter(QuestionParser::isOn).toList());
  }

  private Uni<Reading> read(String question, Consumer<String> step, List<QuestionParser> left) {
    QuestionParser parser = left.getFirst();
    return Uni.createFrom()
        .item(parser)
        .invoke(() -> step.accept(parser.step()))
        .chain(() -> parser.parse(question))
        .chain(understood ->
            isFinal(understood) || left.size() == 1
                ? Uni.createFrom().item(new Reading(parser.name(), understood))
                : read(question, step, left.subList(1, left.size()))
                    .map(later -> first(parser, understood, later)));
  }

  private static boolean isFinal(Understood understood) {
    return switch (understood) {
      case Understood.Asked asked -> true;
      case Understood.NotUnderstood not -> not.certain();
    };
  }

  /** Where nobody understood, the first one's reason is told: it names the words. */
  private static Reading first(QuestionParser parser, Understood earlier, Reading later) {
    if (later.understood() instanceof Understood.Asked
        || !(earlier instanceof Understood.NotUnderstood not)) {
      return later;
    }
    return new Reading(
        parser.name(),
        new Understood.NotUnderstood(
            not.reason(), false, not.cost().plus(later.understood().cost())));
  }
}
