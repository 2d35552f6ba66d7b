package io.adfleet.local.process;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ends a process when this one is gone, even when this one was killed. */
public final class Watchdog {

  private static final String SCRIPT =
      "cat >/dev/null; kill -$1 $2 2>/dev/null && sleep 5; kill -KILL $2 2>/dev/null; rm -rf"
          + " \"$3\"";

  /** Their input must stay open as long as this process lives. */
  private static final List<Process> WATCHING = new ArrayList<>();

  private Watchdog() {}

  /** Sends the signal to the process, and deletes the folder, once this process has ended. */
  public static void watch(ProcessHandle handle, String signal, Path folder) {
    try {
      Process process =
          new ProcessBuilder(
                  "setsid",
                  "sh",
                  "-c",
                  SCRIPT,
                  "watchdog",
                  signal,
                  Long.toString(handle.pid()),
                  folder.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      synchronized (WATCHING) {
        WATCHING.add(process);
      }
    } catch (IOException e) {
      throw new Trouble("A watchdog cannot be started: " + e.getMessage() + ".", e);
    }
  }

  /** Lets all processes be; called when they have been stopped in order. */
  public static void leave() {
    synchronized (WATCHING) {
      for (Process watching : WATCHING) {
        List<ProcessHandle> waiting = watching.descendants().toList();
        watching.destroyForcibly();
        waiting.forEach(ProcessHandle::destroyForcibly);
      }
      WATCHING.clear();
    }
  }
}
