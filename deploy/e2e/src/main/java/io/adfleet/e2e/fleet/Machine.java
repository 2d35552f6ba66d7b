package io.adfleet.e2e.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the machine says about itself and its processes. */
public final class Machine {

  /** USER_HZ, the same on every Linux. */
  private static final long TICKS_A_SECOND = 100;

  /** Of /proc/pid/stat after the name; system time and those of ended children follow. */
  private static final int USER_TIME = 11;

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

  /**
   * Processor time a process and its children have used so far, those included that have ended and
   * were waited for.
   */
  public static Duration processorTimeOfAll(ProcessHandle process) {
    long ticks = ticks(process, true);
    for (ProcessHandle child : process.children().toList()) {
      ticks += ticks(child, false);
    }
    return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
  }

  private static long ticks(ProcessHandle process, boolean ended) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long own = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
      long children = Long.parseLong(fields[USER_TIME + 2]) + Long.parseLong(fields[USER_TIME + 3]);
      return ended ? own + children : own;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Whether the process was started with that JVM flag. */
  public static boolean hasFlag(ProcessHandle process, String flag) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return line.contains(flag);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Resident memory of a process and its children in mebibytes, pages they share counted once. */
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
