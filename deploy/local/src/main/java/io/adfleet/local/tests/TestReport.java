package io.adfleet.local.tests;

import java.util.List;

/**
 * What test classes reported.
 *
 * @param run all tests, skipped ones included
 * @param broken names of those that failed or broke
 */
record TestReport(int run, int skipped, List<String> broken) {

  static final TestReport NONE = new TestReport(0, 0, List.of());

  TestReport plus(TestReport other) {
    List<String> all = new java.util.ArrayList<>(broken);
    all.addAll(other.broken);
    return new TestReport(run + other.run, skipped + other.skipped, all);
  }

  int passed() {
    return run - skipped - broken.size();
  }

  /** The line that tools look for. */
  String line() {
    return passed() + " passed, " + broken.size() + " failed, " + skipped + " skipped";
  }
}
