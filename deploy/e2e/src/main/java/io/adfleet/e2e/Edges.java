package io.adfleet.e2e;

import io.adfleet.e2e.edges.CheckEdges;
import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;

/** {@code make edges}: asks the running fleet for what nobody should get. */
public final class Edges {

  private Edges() {}

  /** Ends with 0 when every claim holds. */
  public static void main(String[] arguments) {
    try {
      System.exit(new CheckEdges(Fleet.of(System.getenv()), System.out).hold() ? 0 : 1);
    } catch (E2eException trouble) {
      System.out.flush();
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }
}
