package io.adfleet.copilot.question;

import io.smallrye.mutiny.Uni;

/** Reads questions. Several may; the first that understands is believed. */
public interface QuestionParser {

  /** What a stored question says about who read it. */
  String name();

  /** Where it stands in the order: the lowest is asked first. */
  int rank();

  /** What is said to the person while it reads; a sentence. */
  String step();

  /** Whether it is configured. */
  boolean isOn();

  /** Reads a question; cancelling stops the reading. */
  Uni<Understood> parse(String question);
}
