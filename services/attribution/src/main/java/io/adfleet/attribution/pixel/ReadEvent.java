package io.adfleet.attribution.pixel;

/** What came of reading one event of a batch. */
sealed interface ReadEvent {

  /** It can be stored. */
  record Good(PixelEvent event) implements ReadEvent {}

  /** The visitor did not consent: nothing of it may be kept. */
  record WithoutConsent() implements ReadEvent {}

  /** It can't be stored: which event, which field of it, why, and what to do. */
  record Refused(int index, String field, String reason, String remedy) implements ReadEvent {}
}
