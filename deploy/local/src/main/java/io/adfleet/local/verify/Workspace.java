package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Figures;
import io.adfleet.local.Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The workspace of the token, as the public API shows it. */
final class Workspace {

  private final Api api;
  private final String id;
  private final ZoneId zone;

  Workspace(Api api) {
    this.api = api;
    JsonNode mine = api.get("/api/workspaces").path("items");
    if (mine.isEmpty()) {
      throw new Trouble("There is no workspace to verify; make up creates the demo workspace.");
    }
    this.id = mine.get(0).path("id").asText();
    this.zone = ZoneId.of(mine.get(0).path("zone").asText());
  }

  String id() {
    return id;
  }

  /** The last date the API answers for. */
  LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  private String path(String rest) {
    return "/api/workspaces/" + id + rest;
  }

  /** Every account that is read, managers not among them. */
  List<ConnectedAccount> accounts() {
    List<ConnectedAccount> accounts = new ArrayList<>();
    for (JsonNode connection : api.all(path("/connections"))) {
      String connectionId = connection.path("id").asText();
      JsonNode reached = api.get(path("/connections/" + connectionId + "/accounts"));
      for (JsonNode account : reached.path("items")) {
        String readThrough = account.path("connection_id").asText(connectionId);
        if (account.path("connected").asBoolean()
            && !account.path("manager").asBoolean()
            && readThrough.equals(connectionId)) {
          accounts.add(account(account, connection));
        }
      }
    }
    return accounts;
  }

  private static ConnectedAccount account(JsonNode account, JsonNode connection) {
    boolean reauthorize = connection.path("state").asText().equals("needs_reauth");
    String sentence = (reauthorize ? connection : account).path("sentence").asText("");
    return new ConnectedAccount(
        account.path("account_id").asText(),
        connection.path("platform").asText(),
        account.path("external_id").asText(),
        account.path("name").asText(),
        ZoneId.of(account.path("zone").asText()),
        account.path("state").asText(),
        sentence,
        connection.path("id").asText(),
        connection.path("state").asText());
  }

  /** The connections there are, by our id. */
  Set<String> connections() {
    return api.all(path("/connections")).stream()
        .map(connection -> connection.path("id").asText())
        .collect(Collectors.toSet());
  }

  /** The dashboard of all accounts, or of one. */
  Board board(LocalDate start, LocalDate end, Optional<ConnectedAccount> account) {
    return Board.read(
        api.get(
            path("/dashboard/unified?start=" + start + "&end=" + end)
                + account.map(one -> "&account=" + one.id()).orElse("")));
  }

  /** Asks to read everything now; answers a sentence when that is refused. */
  Optional<String> sync(String connection) {
    Api.Answer answer = api.post(path("/connections/" + connection + "/sync"));
    return answer.status() == 202
        ? Optional.empty()
        : Optional.of(answer.body().path("detail").asText(answer.body().toString()));
  }

  /** The jobs that have not ended. */
  List<JsonNode> unfinishedJobs() {
    List<JsonNode> jobs = new ArrayList<>(api.all(path("/jobs?state=running")));
    jobs.addAll(api.all(path("/jobs?state=queued")));
    return jobs;
  }

  /** How many dates of an account are missing, up to the workspace's own today. */
  int missing(ConnectedAccount account, LocalDate start, LocalDate end) {
    JsonNode answer =
        api.get(
            path(
                "/dashboard/unified?start=%s&end=%s&account=%s"
                    .formatted(start, end, account.id())));
    int missing = 0;
    for (JsonNode gap : answer.path("completeness").path("missing")) {
      if (gap.path("level").asText().equals("campaign")) {
        LocalDate from = LocalDate.parse(gap.path("from").asText());
        missing +=
            (int) from.datesUntil(LocalDate.parse(gap.path("to").asText()).plusDays(1)).count();
      }
    }
    return missing;
  }

  /** Every campaign of the accounts on one date; empty figures where the API says unknown. */
  Map<CampaignDay, Optional<Figures>> figures(
      Map<String, ConnectedAccount> accountsById, LocalDate date) {
    Map<CampaignDay, Optional<Figures>> figures = new HashMap<>();
    for (JsonNode item : api.all(path("/campaigns?start=" + date + "&end=" + date))) {
      ConnectedAccount account = accountsById.get(item.path("account_id").asText());
      if (account != null && item.path("kind").asText().equals("campaign")) {
        figures.put(
            new CampaignDay(account.label(), item.path("external_id").asText(), date),
            FigureReader.read(item));
      }
    }
    return figures;
  }
}
