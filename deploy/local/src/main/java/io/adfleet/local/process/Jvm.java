package io.adfleet.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the Java processes of the fleet are started: small and quick to be ready. */
public final class Jvm {

  private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  private Jvm() {}

  /** The program of the JDK that runs this launcher. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The same with both JIT compilers: slower to warm up, twice as fast once warm. */
  public static List<String> optimizing(int heapMegabytes, @Nullable Path archive) {
    List<String> options = options(heapMegabytes, archive);
    options.remove(QUICK_COMPILER_ONLY);
    return options;
  }

  /**
   * The options of a process, with the quick compiler only.
   *
   * @param heapMegabytes its largest heap
   * @param archive of loaded classes, written at the first stop and read from then on; null: none
   */
  public static List<String> options(int heapMegabytes, @Nullable Path archive) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heapMegabytes + "m");
    options.add("-XX:+UseSerialGC");
    options.add(QUICK_COMPILER_ONLY);
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("--sun-misc-unsafe-memory-access=allow");
    options.add("-Dfile.encoding=UTF-8");
    if (archive != null) {
      options.add("-Xlog:cds=off");
      options.add("-Xlog:cds+dynamic=off");
      options.add("-Xlog:aot=off");
      options.add("-XX:+AutoCreateSharedArchive");
      options.add("-XX:SharedArchiveFile=" + archive);
    }
    return options;
  }
}
