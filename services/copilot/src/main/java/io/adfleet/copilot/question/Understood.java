package io.adfleet.copilot.question;

import io.adfleet.contracts.Query;
import java.util.List;

/** What came of reading a question. */
public sealed interface Understood permits Understood.Asked, Understood.NotUnderstood {

  /** What reading cost. */
  record Cost(int tokensIn, int tokensOut) {
    public static final Cost NONE = new Cost(0, 0);

    public Cost plus(Cost other) {
      return new Cost(tokensIn + other.tokensIn, tokensOut + other.tokensOut);
    }
  }

  /** Tokens a language model read and wrote for it. */
  Cost cost();

  /**
   * A query.
   *
   * @param notes what was assumed, each a sentence
   */
  record Asked(Query query, List<String> notes, Cost cost) implements Understood {}

  /**
   * None.
   *
   * @param reason a sentence for the person who asked
   * @param certain whether it is known that there is no answer, so that nobody else need try
   */
  record NotUnderstood(String reason, boolean certain, Cost cost) implements Understood {}
}
