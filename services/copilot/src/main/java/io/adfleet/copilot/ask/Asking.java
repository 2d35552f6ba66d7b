package io.adfleet.copilot.ask;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.answer.Table;
import io.adfleet.copilot.question.UnderstandQuestion.Reading;
import io.adfleet.copilot.question.Understood.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question on its way: what is known of it so far. Reaches its end once. */
final class Asking {

  private final UUID workspace;
  private final UUID user;
  private final UUID id;
  private final Instant askedAt;
  private final String text;

  private volatile @Nullable Reading reading;
  private volatile @Nullable Query query;
  private volatile @Nullable String words;
  private volatile @Nullable String answer;
  private volatile @Nullable Table table;
  private volatile @Nullable Provenance provenance;

  Asking(UUID workspace, UUID user, UUID id, Instant askedAt, String text) {
    this.workspace = workspace;
    this.user = user;
    this.id = id;
    this.askedAt = askedAt;
    this.text = text;
  }

  UUID id() {
    return id;
  }

  UUID workspace() {
    return workspace;
  }

  String text() {
    return text;
  }

  void read(Reading read) {
    reading = read;
  }

  void asked(Query asked, String inWords) {
    query = asked;
    words = inWords;
  }

  void tabled(Table found, Provenance from) {
    table = found;
    provenance = from;
  }

  void answered(String sentences) {
    answer = sentences;
  }

  @Nullable Provenance provenance() {
    return provenance;
  }

  Duration took(Instant now) {
    return Duration.between(askedAt, now);
  }

  /** As it is kept. */
  Question ended(Question.Outcome outcome, Instant now) {
    Reading read = reading;
    return new Question(
        workspace,
        id,
        user,
        askedAt,
        Math.toIntExact(Math.max(0, took(now).toMillis())),
        text,
        outcome,
        read == null ? null : read.by(),
        query,
        words,
        answer,
        table,
        provenance,
        read == null ? Cost.NONE : read.understood().cost());
  }
}
