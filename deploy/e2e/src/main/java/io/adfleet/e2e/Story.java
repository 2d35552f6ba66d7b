package io.adfleet.e2e;

import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.story.WalkStory;

/**
 * {@code make e2e}: the first path of a newcomer in a real browser, on the running fleet, which is
 * stopped and started in the middle of it.
 */
public final class Story {

  private static final int NO_BROWSER = 3;

  private Story() {}

  /** Ends with 0 when all of it went well, with 3 when there is no browser to walk it. */
  public static void main(String[] arguments) {
    try {
      System.exit(new WalkStory(Fleet.of(System.getenv()), System.out).walk() ? 0 : NO_BROWSER);
    } catch (E2eException trouble) {
      System.out.flush();
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }
}
