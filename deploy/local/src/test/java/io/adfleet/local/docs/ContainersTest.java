package io.adfleet.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.local.parts.ContainerParts;
import io.adfleet.local.services.ServiceEnvironment;
import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Secrets;
import io.adfleet.local.settings.ServiceClient;
import io.adfleet.local.settings.Settings;
import io.adfleet.local.settings.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** There is no container engine where this is built: what can be read is compared with the code. */
class ContainersTest {

  private static final Path ROOT = Path.of(System.getProperty("adfleet.root"));

  private static final Pattern OPEN = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)?}");

  private static Map<String, Object> parts;

  @TempDir Path data;

  @BeforeAll
  static void read() throws IOException {
    Map<String, Object> file =
        new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    parts = map(file.get("services"));
  }

  @Test
  void everyServiceIsThereWithItsPortsAndItsImage() throws IOException {
    for (ServiceKind kind : ServiceKind.values()) {
      String port = Integer.toString(DeclaredSettings.port(kind));
      String management = Integer.toString(DeclaredSettings.port(kind) + Ports.MANAGEMENT);
      Map<String, Object> service = part(kind.serviceName());
      assertEquals(List.of(port, management), service.get("expose"), kind.serviceName());
      String image = "services/" + kind.serviceName() + "/Dockerfile";
      assertEquals(image, map(service.get("build")).get("dockerfile"));
      String lines = Files.readString(ROOT.resolve(image));
      assertTrue(lines.contains("\nFROM eclipse-temurin:25-jre\n"), image);
      assertTrue(lines.contains("COPY services/" + kind.serviceName() + "/target/quarkus-app ./"));
      assertTrue(lines.contains("\nUSER 10001\n"), image);
      assertTrue(lines.contains("\nEXPOSE " + port + " " + management + "\n"), image);
      assertTrue(lines.contains("${MANAGEMENT_PORT:-" + management + "}"), image);
    }
  }

  @Test
  void everyServiceIsToldWhatTheLauncherTellsItAndNothingItDoesNotKnow() throws IOException {
    ServiceEnvironment launcher =
        new ServiceEnvironment(Settings.of(Map.of("DATA", data.toString())));
    DeclaredSettings declared = new DeclaredSettings(ROOT);
    for (ServiceKind kind : ServiceKind.values()) {
      Set<String> told = new TreeSet<>(map(part(kind.serviceName()).get("environment")).keySet());
      told.remove("JAVA_TOOL_OPTIONS");
      Set<String> unknown = new TreeSet<>(told);
      unknown.removeAll(declared.knownTo(kind));
      assertEquals(Set.of(), unknown, kind.serviceName());
      Set<String> missing = new TreeSet<>(launcher.of(kind).keySet());
      missing.removeAll(told);
      // a container has an address of its own
      assertEquals(Set.of("HTTP_HOST", "MANAGEMENT_PORT", "PORT"), missing, kind.serviceName());
    }
  }

  @Test
  void theStepBeforeTheServicesIsToldThePasswordOfEveryRole() {
    Map<String, Object> told = map(part("prepare").get("environment"));
    for (ServiceKind kind : ServiceKind.values()) {
      for (String role : List.of("_owner", "_app", "_feed")) {
        String name = Secrets.passwordName(kind.database() + role);
        assertEquals("${" + name + ":-adfleet-local}", told.get(name));
      }
    }
    assertTrue(told.keySet().containsAll(Set.of("POSTGRES_ADDRESS", "KAFKA_BOOTSTRAP_SERVERS")));
  }

  @Test
  void theRealmIsToldTheSecretOfEveryClient() {
    Map<String, Object> told = map(part("keycloak").get("environment"));
    for (ServiceClient client : ServiceClient.values()) {
      assertTrue(told.containsKey(client.secretName()), client.secretName());
    }
  }

  @Test
  void theRealmIsToldEverythingItLeavesOpen() throws IOException {
    Map<String, Object> told = map(part("keycloak").get("environment"));
    Map<String, String> defaults = new TreeMap<>();
    for (String file : List.of("adfleet-realm.json", "local/adfleet-users-0.json")) {
      Matcher open = OPEN.matcher(Files.readString(ROOT.resolve("deploy/keycloak").resolve(file)));
      while (open.find()) {
        String name = open.group(1);
        assertTrue(told.containsKey(name), open.group());
        if (open.group(2) != null) {
          String value = open.group(2).substring(1);
          assertEquals("${" + name + ":-" + value + "}", told.get(name));
          defaults.put(name, value);
        }
      }
    }
    assertEquals("false", defaults.get("VERIFY_EMAIL"));
    assertEquals("", defaults.get("SMTP_HOST"));
    assertTrue(defaults.get("SMTP_FROM").contains("@"), "Keycloak imports no other sender");
    assertFalse(defaults.containsKey("PUBLIC_URL"));
  }

  @Test
  void theOtherPartsHaveTheVersionsOfTheLauncher() {
    String postgres = Versions.of("postgres");
    assertEquals(
        "postgres:" + postgres.substring(0, postgres.indexOf('.')), part("postgres").get("image"));
    assertEquals("apache/kafka:" + Versions.of("kafka"), part("kafka").get("image"));
    assertEquals(ContainerParts.POSTGRES_IMAGE, part("postgres").get("image"));
    assertEquals(ContainerParts.KAFKA_IMAGE, part("kafka").get("image"));
    assertEquals(
        "quay.io/keycloak/keycloak:" + Versions.of("keycloak"), part("keycloak").get("image"));
  }

  @Test
  void nothingListensBeyondThisMachine() {
    for (String name : parts.keySet()) {
      Object ports = part(name).getOrDefault("ports", List.of());
      for (Object port : (List<?>) ports) {
        assertTrue(port.toString().startsWith("127.0.0.1:"), name);
      }
    }
  }

  private static Map<String, Object> part(String name) {
    return map(parts.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
