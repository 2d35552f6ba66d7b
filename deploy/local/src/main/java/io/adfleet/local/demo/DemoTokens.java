package io.adfleet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adfleet.contracts.Json;
import io.adfleet.local.Trouble;
import io.adfleet.local.process.Http;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** API tokens of the people here, made in a browser once and kept in the data folder. */
public final class DemoTokens {

  private final Settings settings;

  public DemoTokens(Settings settings) {
    this.settings = settings;
  }

  /** A token that works now: the kept one, or a new one when that was revoked. */
  public String of(Person person) {
    Path file = settings.data("run").resolve(person.name().toLowerCase(Locale.ROOT) + ".token");
    try {
      if (Files.exists(file)) {
        String kept = Files.readString(file).strip();
        if (Http.isOk(settings.publicUrl() + "/api/me", kept)) {
          return kept;
        }
      }
      String made = make(person);
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      Folders.create(file.getParent());
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, made + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      throw new Trouble(file + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  private String make(Person person) {
    Browser browser = person.signIn(settings);
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.put("name", "made by make demo-token");
    draft.put("workspace_id", workspace(browser, person));
    draft.put("role", "owner");
    String token = browser.post("/api/tokens", draft).path("token").asText();
    if (token.isEmpty()) {
      throw new Trouble("The API made no token for " + person.email() + ".");
    }
    return token;
  }

  /** A token belongs to a workspace; who has none yet gets one, as the page would make it. */
  private static String workspace(Browser browser, Person person) {
    JsonNode mine = browser.get("/api/workspaces").path("items");
    if (!mine.isEmpty()) {
      return mine.get(0).path("id").asText();
    }
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.put("name", "Workspace of " + person.email());
    draft.put("currency", "EUR");
    draft.put("zone", "Europe/Berlin");
    return browser.post("/api/workspaces", draft).path("id").asText();
  }
}
