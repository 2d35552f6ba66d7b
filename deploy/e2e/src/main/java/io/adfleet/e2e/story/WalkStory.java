package io.adfleet.e2e.story;

import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Launcher;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Walks the story in two halves, with everything stopped and started between them. */
public final class WalkStory {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Fleet fleet;
  private final PrintStream out;
  private final Scripts scripts;

  public WalkStory(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
    this.scripts = new Scripts(fleet, out);
  }

  /** Whether there is a browser to walk it; fails when the story does. */
  public boolean walk() {
    fleet.needsToRun();
    if (!scripts.canRun()) {
      return false;
    }
    Path kept = fleet.data().resolve("run/story.json");
    Map<String, String> told =
        Map.of(
            "EMAIL", "second@adfleet.test",
            "PASSWORD", fleet.secret("SECOND_PASSWORD", "second-adfleet"),
            "KEPT", kept.toString());
    out.println("a newcomer, usually 4 minutes …");
    scripts.run(List.of("story.mjs", "begin"), told);
    out.println("everything is stopped and started, usually 1 minute …");
    Launcher launcher = new Launcher(fleet.root());
    Map<String, String> where = Map.of("DATA", fleet.data().toString());
    launcher.run("down", where, PATIENCE);
    launcher.run("up", where, PATIENCE);
    scripts.run(List.of("story.mjs", "again"), told);
    out.println("the story holds");
    return true;
  }
}
