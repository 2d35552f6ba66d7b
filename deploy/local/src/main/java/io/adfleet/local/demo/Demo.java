package io.adfleet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Platform;
import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes the demo workspace and connects every account of the world that this release can read. What
 * is there already is left as it is, so a start that broke off is taken up where it ended; it is
 * done when no account is missing that the platforms let one read.
 */
public final class Demo {

  private static final String DONE = "demo";
  private static final String CONNECTION = "demo.connection.";
  private static final List<String> READ = List.of(Platform.GOOGLE, Platform.META);

  private final Settings settings;

  public Demo(Settings settings) {
    this.settings = settings;
  }

  /** Whether an earlier start did all of it; what people changed since then stays. */
  public boolean isDone() {
    return settings.memory().get(DONE).isPresent();
  }

  /** Every account of the world that a complete demo reads. */
  public List<WorldAccounts.Account> readable() {
    return WorldAccounts.readable(world()).stream()
        .filter(account -> READ.contains(account.platform()))
        .toList();
  }

  /** The connection made for a platform; empty before it was. */
  public Optional<String> connection(String platform) {
    return settings.memory().get(CONNECTION + platform);
  }

  private List<WorldAccounts.Account> world() {
    return WorldAccounts.in(settings.data("world"));
  }

  /** Returns when the accounts are connected; their backfill may still run. */
  public void connect(Consumer<String> say) {
    List<WorldAccounts.Account> wanted =
        world().stream()
            .filter(account -> READ.contains(account.platform()))
            .filter(account -> !account.manager())
            .toList();
    Set<String> missing =
        readable().stream()
            .map(WorldAccounts.Account::label)
            .collect(Collectors.toCollection(TreeSet::new));
    Browser browser = Person.DEMO.signIn(settings);
    say.accept("signed in as " + Person.DEMO.email());
    String workspace = workspace(browser, wanted);
    if (wanted.isEmpty()) {
      say.accept("the world has no account of a platform that this release reads");
    }
    String connections = "/api/workspaces/" + workspace + "/connections";
    for (String platform : READ) {
      Set<String> ids =
          wanted.stream()
              .filter(account -> account.platform().equals(platform))
              .map(WorldAccounts.Account::id)
              .collect(Collectors.toSet());
      if (!ids.isEmpty()) {
        String connection = connection(browser, connections, platform);
        settings.memory().set(CONNECTION + platform, connection);
        say.accept("consent given on the page of " + platform);
        Set<String> connected =
            accounts(browser, connections + "/" + connection + "/accounts", ids);
        connected.forEach(id -> missing.remove(platform + " " + id));
        say.accept(
            connected.size()
                + " accounts of "
                + platform
                + " connected, their history is being read");
      }
    }
    new DemoTokens(settings).of(Person.DEMO);
    if (missing.isEmpty()) {
      settings.memory().set(DONE, "connected");
    } else {
      say.accept("not connected: " + String.join(", ", missing) + "; the next start tries again");
    }
  }

  private String workspace(Browser browser, List<WorldAccounts.Account> wanted) {
    JsonNode mine = browser.get("/api/workspaces").path("items");
    if (!mine.isEmpty()) {
      return mine.get(0).path("id").asText();
    }
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.put("name", "Demo");
    draft.put("currency", wanted.isEmpty() ? "EUR" : wanted.getFirst().currency());
    draft.put("zone", wanted.isEmpty() ? "UTC" : wanted.getFirst().zone());
    return browser.post("/api/workspaces", draft).path("id").asText();
  }

  private String connection(Browser browser, String connections, String platform) {
    for (JsonNode connection : browser.get(connections).path("items")) {
      if (connection.path("platform").asText().equals(platform)
          && !connection.path("state").asText().equals("needs_reauth")) {
        return connection.path("id").asText();
      }
    }
    JsonNode sent =
        browser.post(connections + "/" + platform + "/authorize", Json.mapper().createObjectNode());
    Page consent = browser.follow(URI.create(sent.path("authorize_url").asText()));
    if (!consent.hasForm()) {
      throw new Trouble(
          "The consent page " + consent.address() + " answers " + consent.status() + ".");
    }
    Page back = browser.submit(consent.form());
    for (JsonNode connection : browser.get(connections).path("items")) {
      if (connection.path("platform").asText().equals(platform)) {
        return connection.path("id").asText();
      }
    }
    throw new Trouble(
        "The consent led back to %s with status %d, but there is no connection."
            .formatted(back.address(), back.status()));
  }

  /** Connects those that are listed; answers all that are connected then. */
  private static Set<String> accounts(Browser browser, String accounts, Set<String> ids) {
    List<String> missing = new ArrayList<>();
    for (JsonNode account : browser.get(accounts).path("items")) {
      String id = account.path("external_id").asText();
      if (ids.contains(id) && !account.path("connected").asBoolean()) {
        missing.add(id);
      }
    }
    if (!missing.isEmpty()) {
      ObjectNode chosen = Json.mapper().createObjectNode();
      ArrayNode list = chosen.putArray("account_ids");
      missing.forEach(list::add);
      browser.post(accounts, chosen);
    }
    Set<String> connected = new TreeSet<>();
    for (JsonNode account : browser.get(accounts).path("items")) {
      if (account.path("connected").asBoolean()) {
        connected.add(account.path("external_id").asText());
      }
    }
    return connected;
  }
}
