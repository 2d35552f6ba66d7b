package io.adfleet.contracts;

/** The topic list as a page for people: {@code docs/topics.md} is this text. */
public final class TopicCatalogue {

  private TopicCatalogue() {}

  /** The page in Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Topics

        Rendered from `Topic` in `libs/contracts`; a test fails when this page and the code differ.
        To renew it: `mvn -pl libs/contracts test -Dtest=TopicTest -Dadfleet.docs.write=true`.

        Every record is JSON (snake_case, integers for figures, ISO dates and instants, nulls left
        out) compressed with zstd. Headers are CloudEvents attributes in binary mode (`ce_id`,
        `ce_type`, `ce_source`, `ce_time`, `ce_workspace`, `ce_dataschema`) and `traceparent`.
        The schemas stand in `libs/contracts/src/main/resources/schemas/<type>.json`. Money is in
        micros of the account's currency, conversions are in millionths; dates are local to the ad
        account. A consumer keeps the record with the newest `version` of each key.
        What a consumer can't handle goes to `<topic>.dlq`.

        | topic | said by | key | in order per | clean-up | heard by | types |
        |---|---|---|---|---|---|---|
        """);
    for (Topic topic : Topic.values()) {
      page.append(
          "| `%s`%s | %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  topic.topicName(),
                  topic.used() ? "" : " (declared, not yet said)",
                  topic.owner(),
                  topic.keyFields().replace("|", " \\| "),
                  topic.orderField(),
                  topic.clean().words(),
                  topic.heardBy(),
                  topic.types().isEmpty() ? "–" : "`" + String.join("`, `", topic.types()) + "`"));
    }
    return page.toString();
  }
}
