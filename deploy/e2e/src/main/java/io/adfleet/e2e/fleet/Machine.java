package io.adfleet.e2e.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the machine says about itself and its processes. */
public final class Machine {

  private Machine() {}

  /** Processors and how busy they were during the last minute; figures mean little without. */
  public static String load() {
    try {
      String average = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
      return Runtime.getRuntime().availableProcessors() + " processors, load " + average;
    } catch (IOException e) {
      return Runtime.getRuntime().availableProcessors() + " processors, load unknown";
    }
  }

  /** Processor time a process has used so far. */
  public static Duration processorTime(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Whether the process was started with that JVM flag. */
  public static boolean hasFlag(ProcessHandle process, String flag) {
    try {
      String line =
          Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return line.contains(flag);
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * Resident memory of a process and its children in mebibytes, pages they share counted once.
   */
  public static long residentMebibytes(ProcessHandle process) {
    long kibibytes = kibibytes(process);
    for (ProcessHandle child : process.descendants().toList()) {
      kibibytes += kibibytes(child);
    }
    return Math.round(kibibytes / 1024.0);
  }

  private static long kibibytes(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    try {
      return field(folder.resolve("smaps_rollup"), "Pss:");
    } catch (IOException notAllowed) {
      try {
        return field(folder.resolve("status"), "VmRSS:");
      } catch (IOException gone) {
        return 0;
      }
    }
  }

  private static long field(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
