package io.adfleet.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.local.services.ServiceEnvironment;
import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationPageTest {

  private static final Path ROOT = Path.of(System.getProperty("adfleet.root"));

  private List<Setting> settings;

  @BeforeEach
  void read() throws IOException {
    settings = new DeclaredSettings(ROOT).read();
  }

  @Test
  void thePageSaysWhatThePropertiesSay() throws IOException {
    assertSame(ROOT.resolve("docs/configuration.md"), new ConfigurationPage(settings).markdown());
  }

  @Test
  void theExampleSaysWhatThePropertiesAndTheContainersSay() throws IOException {
    String containers = Files.readString(ROOT.resolve("docker-compose.yml"));
    assertSame(
        ROOT.resolve(".env.example"), new ConfigurationPage(settings).environment(containers));
  }

  @Test
  void whatTheLauncherDoesNotDecideItPassesOn(@TempDir Path data) {
    Map<String, String> said = new HashMap<>(Map.of("DATA", data.toString()));
    Set<String> neither = Set.of("ADFLEET_TOPICS_PREFIX", "ADFLEET_TRACES_EXPORTER");
    for (Setting setting : settings) {
      if (!Set.of("PORT", "MANAGEMENT_PORT").contains(setting.name())) {
        said.put(setting.name(), "said");
      }
    }
    ServiceEnvironment launcher = new ServiceEnvironment(Settings.of(said));
    for (ServiceKind kind : ServiceKind.values()) {
      Set<String> told = launcher.of(kind).keySet();
      for (Setting setting : settings) {
        assertEquals(
            setting.services().contains(kind.serviceName()) && !neither.contains(setting.name()),
            told.contains(setting.name()) && setting.services().contains(kind.serviceName()),
            kind.serviceName() + " and " + setting.name());
      }
    }
    assertEquals("said", launcher.of(ServiceKind.COPILOT).get("ANTHROPIC_API_KEY"));
    assertEquals("127.0.0.1", launcher.of(ServiceKind.COPILOT).get("HTTP_HOST"));
  }

  @Test
  void everySentenceEndsAndEveryTagIsKnown() {
    for (Setting setting : settings) {
      assertTrue(setting.sentence().endsWith("."), setting.toString());
      assertTrue(Set.of("required", "set", "secret").containsAll(setting.tags()), setting.name());
    }
  }

  @Test
  void whatIsNamedLikeASecretIsMarkedAsOne() {
    for (Setting setting : settings) {
      boolean named = setting.name().matches(".*(PASSWORD|SECRET|TOKEN|KEY|KEYS_OLD)");
      assertEquals(named, setting.secret(), setting.name());
    }
  }

  @Test
  void whatIsRequiredIsAskedForByTheServiceItself() throws IOException {
    for (Setting setting : settings.stream().filter(Setting::required).toList()) {
      for (String service : setting.services()) {
        assertTrue(refusalsOf(service).contains("\"" + setting.name() + " "), setting.toString());
      }
    }
  }

  /** The sources of a service that speak of production. */
  private static String refusalsOf(String service) throws IOException {
    StringBuilder refusals = new StringBuilder();
    try (var sources = Files.walk(ROOT.resolve("services/" + service + "/src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        refusals.append(text.contains("production") ? text : "");
      }
    }
    return refusals.toString();
  }

  private static void assertSame(Path file, String rendered) throws IOException {
    if (Boolean.getBoolean("adfleet.docs.write")) {
      Files.writeString(file, rendered);
    }
    assertEquals(rendered, Files.readString(file));
  }
}
