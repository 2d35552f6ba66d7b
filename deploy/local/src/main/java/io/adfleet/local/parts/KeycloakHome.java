package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Jvm;
import io.adfleet.local.process.Shell;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak's programs: fetched with Maven, unpacked and built for PostgreSQL once per machine, then
 * shared by all data folders.
 */
public record KeycloakHome(Path folder) {

  /** Rises when what is built changes. */
  private static final String BUILD = "1";

  /** The one for the pinned version in that cache, whether it is there or not. */
  public static KeycloakHome in(Path cache) {
    return new KeycloakHome(cache.resolve("keycloak-" + Versions.of("keycloak") + "-" + BUILD));
  }

  /** Whether nothing is left to fetch or build. */
  public boolean isThere() {
    return Files.exists(folder.resolve("version.txt"));
  }

  /** Fetches and builds what is missing, saying what it does. */
  public void ensure(Path root, Consumer<String> say) {
    if (isThere()) {
      return;
    }
    try {
      Path draft = Files.createTempDirectory(Folders.create(folder.getParent()), "keycloak-draft-");
      try {
        say.accept("fetching Keycloak " + Versions.of("keycloak") + " (176 MB), usually 1 minute");
        Path archive = fetch(root, draft);
        say.accept("unpacking it, usually 5 s");
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(archive))) {
          Tar.unpack(packed, draft);
        }
        say.accept("building it for PostgreSQL, usually 30 s");
        Path home = draft.resolve("keycloak-" + Versions.of("keycloak"));
        build(home);
        publish(home);
      } finally {
        Folders.delete(draft);
      }
    } catch (IOException e) {
      throw new Trouble("Keycloak cannot be prepared in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Somebody else may have been faster; then theirs is used. */
  private void publish(Path home) throws IOException {
    try {
      Files.move(home, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isThere()) {
        throw e;
      }
    }
  }

  private static Path fetch(Path root, Path target) {
    String version = Versions.of("keycloak");
    Shell.Answer fetched =
        Shell.run(
            List.of(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "-N",
                "-f",
                root.resolve("pom.xml").toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:"
                    + Versions.of("dependency-plugin")
                    + ":copy",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":tar.gz",
                "-DoutputDirectory=" + target),
            Map.of("JAVA_HOME", System.getProperty("java.home")));
    Path archive = target.resolve("keycloak-quarkus-dist-" + version + ".tar.gz");
    if (!fetched.succeeded() || !Files.exists(archive)) {
      throw new Trouble("Keycloak cannot be fetched with Maven: " + fetched.output());
    }
    return archive;
  }

  private static void build(Path home) {
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    command.addAll(options(home, home));
    command.addAll(List.of("build", "--db=postgres", "--health-enabled=true"));
    Shell.Answer built = Shell.run(command);
    if (!built.succeeded()) {
      throw new Trouble("Keycloak cannot be built: " + built.output());
    }
  }

  /**
   * The Java options and main class of Keycloak; its own start script keeps a shell between us and
   * the process, which a kill would miss.
   *
   * @param programs where the jars lie
   * @param home what this process takes for its home: configuration, import and temporary files
   */
  static List<String> options(Path programs, Path home) {
    List<String> options = new ArrayList<>();
    options.addAll(
        List.of(
            "-Xms64m",
            "-XX:MetaspaceSize=96M",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf")));
    for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
      options.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    options.addAll(List.of("-cp", programs.resolve("lib/quarkus-run.jar").toString()));
    options.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    return options;
  }
}
