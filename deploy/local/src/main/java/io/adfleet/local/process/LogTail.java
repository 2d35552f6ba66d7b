package io.adfleet.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The last lines of a log. */
public final class LogTail {

  private static final int BYTES = 16 * 1024;

  private LogTail() {}

  /** How long the log is now; 0 when there is none. */
  public static long length(Path log) {
    return log.toFile().length();
  }

  /** At most that many last lines; empty when there is no log. */
  public static String of(Path log, int lines) {
    return since(0, log, lines);
  }

  /** At most that many last lines of what was written after the log had that length. */
  public static String since(long length, Path log, int lines) {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(length, file.length() - BYTES);
      if (from >= file.length()) {
        return "";
      }
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      String[] all = new String(bytes, StandardCharsets.UTF_8).stripTrailing().split("\n");
      return String.join(
          "\n", Arrays.asList(all).subList(Math.max(0, all.length - lines), all.length));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
