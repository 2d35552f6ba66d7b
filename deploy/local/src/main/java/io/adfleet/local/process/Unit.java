package io.adfleet.local.process;

import java.nio.file.Path;
import java.util.List;

/** One part or service: something users start, stop and ask for by name. */
public interface Unit {

  /** A port and what it is for. */
  record Port(int number, String purpose) {}

  /** What users call it. */
  String name();

  /** Where it listens; the first is the one to show. */
  List<Port> ports();

  /** What users may expect, e.g. {@code usually 9 s}. */
  String expectation();

  /** Where it writes. */
  Path log();

  /** Starts it and returns when it is ready; otherwise it isn't running afterwards. */
  void start(Processes processes);

  /** Whether it answers. */
  boolean isReady();
}
