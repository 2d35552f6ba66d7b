package io.adfleet.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesIT {

  @TempDir Path folder;

  private Program program(String script) {
    return new Program(
        "it",
        List.of("sh", "-c", script),
        Map.of("SAID", "hello"),
        folder.resolve("logs/it.log"),
        "TERM",
        Duration.ofSeconds(1));
  }

  private Processes processes() {
    return new Processes(folder.resolve("run"));
  }

  @Test
  void isFoundAndStoppedByALaterCommand() throws IOException {
    ProcessHandle handle = processes().start(program("echo $SAID; exec sleep 60"));
    assertEquals(handle.pid(), processes().find("it").orElseThrow().pid());
    assertEquals(List.of("it"), processes().names());
    assertTrue(processes().stop("it"));
    assertFalse(Processes.isAlive(handle));
    assertEquals("hello", LogTail.of(folder.resolve("logs/it.log"), 5));
    assertFalse(processes().stop("it"));
  }

  @Test
  void killsWhatDoesNotEndWhenAsked() {
    ProcessHandle handle = processes().start(program("trap '' TERM; while :; do sleep 1; done"));
    assertTrue(processes().stop("it"));
    assertFalse(Processes.isAlive(handle));
  }

  @Test
  void neverMistakesAStrangerForItsOwn() throws IOException {
    ProcessHandle handle = processes().start(program("exec sleep 60"));
    Path file = folder.resolve("run/it.pid");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), "2001-01-01T00:00:00Z", lines.get(2), lines.get(3)));
    assertTrue(processes().find("it").isEmpty());
    assertFalse(processes().stop("it"));
    assertTrue(Processes.isAlive(handle));
    handle.destroyForcibly();
  }

  @Test
  void startsNothingOnceEverythingIsBeingStopped() {
    Processes processes = processes();
    processes.close();
    assertThrows(Trouble.class, () -> processes.start(program("exec sleep 60")));
  }

  @Test
  void namesTheOneThatEndsWhileItStarts() {
    Processes processes = processes();
    ProcessHandle handle = processes.start(program("exit 3"));
    Trouble trouble =
        assertThrows(
            Trouble.class,
            () -> Readiness.await(processes, "it", handle, Duration.ofSeconds(20), () -> false));
    assertEquals("it ended while it was starting.", trouble.getMessage());
  }
}
