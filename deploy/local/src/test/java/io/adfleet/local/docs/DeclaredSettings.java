package io.adfleet.local.docs;

import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.settings.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The environment variables that the services' own properties read, in the order in which they
 * stand. The comment above a property says what its variable is for; a variable that is read at
 * several places is explained at one of them.
 */
final class DeclaredSettings {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:|})");
  private static final Pattern TAGS = Pattern.compile("(.*\\S) \\[([a-z, ]+)]");

  private record Found(String name, String fallback, String comment, Set<String> services) {}

  private final Path root;

  DeclaredSettings(Path root) {
    this.root = root;
  }

  /** What the services read, first what all of them do. */
  List<Setting> read() throws IOException {
    List<Found> found = new ArrayList<>();
    found.addAll(in(properties("service-defaults"), names(ServiceKind.values())));
    found.addAll(in(properties("ingest-kit"), users("ingest-kit")));
    for (ServiceKind kind : inOrderOfPorts()) {
      found.addAll(in(properties(kind), Set.of(kind.serviceName())));
    }
    return found.stream().map(one -> explained(one, found)).distinct().toList();
  }

  /** What one service takes from the environment: its variables, and its properties as such. */
  Set<String> knownTo(ServiceKind kind) throws IOException {
    Set<String> known = new TreeSet<>();
    for (Setting setting : read()) {
      if (setting.services().contains(kind.serviceName())) {
        known.add(setting.name());
      }
    }
    List<Path> files = new ArrayList<>(List.of(properties(kind), properties("service-defaults")));
    if (users("ingest-kit").contains(kind.serviceName())) {
      files.add(properties("ingest-kit"));
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        if (line.matches("[a-z].*=.*")) {
          String property = line.substring(0, line.indexOf('='));
          known.add(property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        }
      }
    }
    return known;
  }

  static List<ServiceKind> inOrderOfPorts() {
    return Arrays.stream(ServiceKind.values())
        .sorted(Comparator.comparingInt(DeclaredSettings::port))
        .toList();
  }

  static int port(ServiceKind kind) {
    return kind.port(new Ports(Ports.DEFAULT));
  }

  private Path service(ServiceKind kind) {
    return root.resolve("services").resolve(kind.serviceName());
  }

  Set<String> users(String library) throws IOException {
    Set<String> users = new LinkedHashSet<>();
    for (ServiceKind kind : inOrderOfPorts()) {
      if (Files.readString(service(kind).resolve("pom.xml")).contains("adfleet-" + library)) {
        users.add(kind.serviceName());
      }
    }
    return users;
  }

  private static Set<String> names(ServiceKind... kinds) {
    return Arrays.stream(kinds).map(ServiceKind::serviceName).collect(Collectors.toSet());
  }

  Path properties(ServiceKind kind) {
    return service(kind).resolve("src/main/resources/application.properties");
  }

  Path properties(String library) {
    Path resources = root.resolve("libs").resolve(library).resolve("src/main/resources");
    return resources.resolve("META-INF/microprofile-config.properties");
  }

  private static List<Found> in(Path file, Set<String> services) throws IOException {
    List<Found> found = new ArrayList<>();
    StringBuilder comment = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# ") && !line.startsWith("# ----")) {
        comment.append(comment.isEmpty() ? "" : " ").append(line.substring(2).strip());
        continue;
      }
      Matcher variable = VARIABLE.matcher(line);
      if (!line.startsWith("%") && !line.startsWith("#") && variable.find()) {
        found.add(
            new Found(variable.group(1), fallback(line, variable), comment.toString(), services));
      }
      comment.setLength(0);
    }
    return found;
  }

  /** The text from the colon to the brace that closes the variable. */
  private static String fallback(String line, Matcher variable) {
    if (variable.group(2).equals("}")) {
      return "";
    }
    int depth = 1;
    int at = variable.end();
    while (depth > 0) {
      char here = line.charAt(at++);
      depth += here == '{' ? 1 : here == '}' ? -1 : 0;
    }
    return line.substring(variable.end(), at - 1)
        .replace("${adfleet.database}", "<database>")
        .replace("${quarkus.application.name}", "<service>");
  }

  private static Setting explained(Found found, List<Found> all) {
    Set<String> sentences =
        found.comment().isEmpty()
            ? all.stream()
                .filter(other -> other.name().equals(found.name()))
                .map(Found::comment)
                .filter(comment -> !comment.isEmpty())
                .collect(Collectors.toSet())
            : Set.of(found.comment());
    if (sentences.size() != 1) {
      throw new AssertionError(
          found.name() + " needs a comment above its property that says what it is for: " + found);
    }
    String sentence = sentences.iterator().next();
    Matcher tagged = TAGS.matcher(sentence);
    return tagged.matches()
        ? new Setting(
            found.name(),
            found.fallback(),
            tagged.group(1),
            new TreeSet<>(List.of(tagged.group(2).split(", "))),
            found.services())
        : new Setting(found.name(), found.fallback(), sentence, Set.of(), found.services());
  }
}
