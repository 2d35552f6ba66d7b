package io.adfleet.local.docs;

import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.settings.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings as a page for people and as a file to copy. */
final class ConfigurationPage {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

  /** One line of the page: a variable with one meaning. */
  private record Row(Setting setting, Map<String, List<String>> servicesByFallback) {}

  private final List<Row> rows;

  ConfigurationPage(List<Setting> settings) {
    this.rows = rows(settings);
  }

  private static List<Row> rows(List<Setting> settings) {
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (Setting setting : settings) {
      Row row =
          rows.computeIfAbsent(
              List.of(setting.name(), setting.sentence(), setting.tags()),
              key -> new Row(setting, new LinkedHashMap<>()));
      List<String> services =
          row.servicesByFallback().computeIfAbsent(setting.fallback(), key -> new ArrayList<>());
      for (ServiceKind kind : DeclaredSettings.inOrderOfPorts()) {
        String service = kind.serviceName();
        if (setting.services().contains(service) && !services.contains(service)) {
          services.add(service);
        }
      }
    }
    return List.copyOf(rows.values());
  }

  /** {@code docs/configuration.md}. */
  String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Configuration

        Rendered from the services' `application.properties` and the `microprofile-config.properties`
        of `libs/service-defaults` and `libs/ingest-kit`; the comment above a property is the sentence
        here, and a test fails when this page and they differ.
        To renew it: `mvn -pl deploy/local -am test -Dtest=ConfigurationPageTest
        -Dsurefire.failIfNoSpecifiedTests=false -Dadfleet.docs.write=true`.

        Everything is set by environment variables. Under `make` the launcher decides addresses, accounts
        and secrets itself and passes on what else is listed here, from the environment of the command
        that starts a service (`ANTHROPIC_API_KEY=… make up`); a topic prefix is for fleets elsewhere. In
        production (`ADFLEET_MODE`, which is
        `production` unless set) a service refuses to start without what is *required*, with one
        sentence that says the remedy; what says *set it* starts with a default that fits a fleet on
        one machine only. A service also refuses to start, in every mode, with database roles that
        own tables, pass row-level security or may become each other, and in production with a moved
        clock (`ADFLEET_CLOCK_OFFSET`, a duration such as `P1D`, for trying things out). Secrets are
        marked 🔒; the two services with an `ENCRYPTION_KEY` have one each. Finer settings with their
        defaults stand in each service's `*Config` interface and can be set the same way, in capitals
        with underscores: `adfleet.connections.schedule.interval` is
        `ADFLEET_CONNECTIONS_SCHEDULE_INTERVAL`. So can every setting of Kafka's clients:
        `security.protocol` is `KAFKA_SECURITY_PROTOCOL`, `sasl.jaas.config` is
        `KAFKA_SASL_JAAS_CONFIG`, `ssl.truststore.location` is `KAFKA_SSL_TRUSTSTORE_LOCATION`.

        `<service>` and `<database>` stand for these:

        | service | `PORT` | `MANAGEMENT_PORT` | database |
        |---|---|---|---|
        """);
    for (ServiceKind kind : DeclaredSettings.inOrderOfPorts()) {
      int port = DeclaredSettings.port(kind);
      page.append(
          "| %s | %d | %d | `%s` |\n"
              .formatted(kind.serviceName(), port, port + Ports.MANAGEMENT, kind.database()));
    }
    page.append("\n| variable | default | read by | in production | what it is for |\n");
    page.append("|---|---|---|---|---|\n");
    for (Row row : rows) {
      Setting setting = row.setting();
      page.append(
          "| `%s`%s | %s | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.secret() ? " 🔒" : "",
                  fallbacks(row),
                  readers(row),
                  setting.production(),
                  setting.sentence()));
    }
    return page.toString();
  }

  private static String fallbacks(Row row) {
    Map<String, List<String>> all = row.servicesByFallback();
    if (all.size() == ServiceKind.values().length) {
      return "above";
    }
    return all.entrySet().stream()
        .map(one ->
            (one.getKey().isEmpty() ? "–" : "`" + one.getKey() + "`")
                + (all.size() == 1 ? "" : " (" + String.join(", ", one.getValue()) + ")"))
        .collect(Collectors.joining("; "));
  }

  private static String readers(Row row) {
    List<String> readers =
        row.servicesByFallback().values().stream().flatMap(List::stream).distinct().toList();
    return readers.size() == ServiceKind.values().length ? "all" : String.join(", ", readers);
  }

  /** {@code .env.example}: what the containers may be told, then what a service may be told. */
  String environment(String containers) {
    StringBuilder file = new StringBuilder();
    file.append(
        """
        # Rendered as docs/configuration.md is. Copy what you need to .env beside this file, before the first start.

        # ---- docker compose: what docker-compose.yml passes on to the containers
        """);
    VARIABLE
        .matcher(containers)
        .results()
        .map(variable -> "#" + variable.group(1) + "=" + variable.group(2) + "\n")
        .distinct()
        .forEach(file::append);
    file.append("\n# Below: what one service reads, in the environment of its own process.\n");
    String readers = "";
    for (Row row : rows) {
      if (!readers(row).equals(readers)) {
        readers = readers(row);
        file.append("\n# ---- ").append(readers.equals("all") ? "every service" : readers);
        file.append("\n");
      }
      Setting setting = row.setting();
      List<String> notes = new ArrayList<>();
      if (!setting.production().isEmpty()) {
        notes.add(setting.required() ? "required in production" : "set it in production");
      }
      if (setting.secret()) {
        notes.add("secret");
      }
      file.append("# ").append(setting.sentence().replace("`", ""));
      file.append(notes.isEmpty() ? "\n" : " (" + String.join(", ", notes) + ")\n");
      file.append("#").append(setting.name()).append("=");
      file.append(row.servicesByFallback().keySet().iterator().next()).append("\n");
    }
    return file.toString();
  }
}
