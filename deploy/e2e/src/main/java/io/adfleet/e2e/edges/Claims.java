package io.adfleet.e2e.edges;

import java.io.PrintStream;

/** Prints a line for each claim and counts those that fail. */
final class Claims {

  private final PrintStream out;
  private int passed;
  private int failed;

  Claims(PrintStream out) {
    this.out = out;
  }

  void group(String about) {
    out.println(about);
  }

  void that(String claim, boolean holds, Object seen) {
    if (holds) {
      passed++;
      out.println("  PASS  " + claim);
    } else {
      failed++;
      out.println("  FAIL  " + claim + "\n        seen: " + seen);
    }
  }

  void skip(String claim, String because) {
    out.println("  SKIP  " + claim + ": " + because);
  }

  /** Prints the sum; answers whether all hold. */
  boolean hold() {
    out.printf("%d of %d claims hold%n", passed, passed + failed);
    return failed == 0;
  }
}
