package io.adfleet.copilot.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.question.UnderstandQuestion.Reading;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderstandQuestionTest {

  private static final Understood ASKED =
      new Understood.Asked(
          new Query(List.of("spend"), new Query.Range("today", null, null), null, null, null, null),
          List.of(),
          new Understood.Cost(100, 20));
  private static final Understood UNSURE =
      new Understood.NotUnderstood("Not sure.", false, new Understood.Cost(100, 20));

  private final List<String> steps = new ArrayList<>();

  @Test
  void whatTheFirstUnderstandsNobodyElseReads() {
    Canned model = new Canned(1, true, UNSURE);
    Reading reading = read("spend today", new Grammar(), model);
    assertThat(reading.by()).isEqualTo("grammar");
    assertThat(reading.understood()).isInstanceOf(Understood.Asked.class);
    assertThat(model.asked).isEmpty();
  }

  @Test
  void aRefusalThatIsCertainStands() {
    Canned model = new Canned(1, true, ASKED);
    Reading reading = read("what will we spend tomorrow", new Grammar(), model);
    assertThat(reading.by()).isEqualTo("grammar");
    assertThat(((Understood.NotUnderstood) reading.understood()).reason())
        .isEqualTo("I only know what has happened, not what will or would.");
    assertThat(model.asked).isEmpty();
    assertThat(steps).containsExactly("Reading the question.");
  }

  @Test
  void whatTheFirstCannotReadTheNextReads() {
    Reading reading = read("where did my money go", new Canned(1, true, ASKED), new Grammar());
    assertThat(reading).isEqualTo(new Reading("canned", ASKED));
    assertThat(steps).containsExactly("Reading the question.", "Step of canned.");
  }

  @Test
  void whereNobodyUnderstandsTheFirstReasonIsToldAndEveryCostCounted() {
    Reading reading = read("spend of Zephyr today", new Grammar(), new Canned(1, true, UNSURE));
    assertThat(reading.by()).isEqualTo("grammar");
    assertThat(reading.understood())
        .isEqualTo(
            new Understood.NotUnderstood(
                "I don't know what \"zephyr\" means here.", false, new Understood.Cost(100, 20)));
  }

  @Test
  void whatIsOffIsNotAsked() {
    Canned off = new Canned(1, false, ASKED);
    assertThat(read("spend of Zephyr today", new Grammar(), off).understood())
        .isInstanceOf(Understood.NotUnderstood.class);
    assertThat(off.asked).isEmpty();
  }

  private Reading read(String question, QuestionParser... parsers) {
    return new UnderstandQuestion(List.of(parsers))
        .read(question, steps::add)
        .await()
        .indefinitely();
  }

  /** Always says the same. */
  private static final class Canned implements QuestionParser {

    private final int rank;
    private final boolean on;
    private final Understood says;
    private final List<String> asked = new ArrayList<>();

    Canned(int rank, boolean on, Understood says) {
      this.rank = rank;
      this.on = on;
      this.says = says;
    }

    @Override
    public String name() {
      return "canned";
    }

    @Override
    public int rank() {
      return rank;
    }

    @Override
    public String step() {
      return "Step of canned.";
    }

    @Override
    public boolean isOn() {
      return on;
    }

    @Override
    public Uni<Understood> parse(String question) {
      asked.add(question);
      return Uni.createFrom().item(says);
    }
  }
}
