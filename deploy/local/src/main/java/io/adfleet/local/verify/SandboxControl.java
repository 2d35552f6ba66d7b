package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Figures;
import io.adfleet.local.Trouble;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The sandbox: what is true, and a hold on it while figures are compared. */
final class SandboxControl {

  private final Api sandbox;

  SandboxControl(String url) {
    this.sandbox = new Api(url, "none");
  }

  /** From now on nothing new becomes visible. */
  void hold() {
    must("/control/hold");
  }

  /** Time goes on. */
  void release() {
    must("/control/release");
  }

  private void must(String path) {
    Api.Answer answer = sandbox.post(path);
    if (answer.status() / 100 != 2) {
      throw new Trouble("The sandbox refuses " + path + ": " + answer.body());
    }
  }

  /** Every campaign-day of an account that the platform would tell now. */
  Map<CampaignDay, Figures> truth(ConnectedAccount account, LocalDate from, LocalDate to) {
    Map<CampaignDay, Figures> truth = new HashMap<>();
    JsonNode answer =
        sandbox.get(
            "/truth/daily?platform=%s&account_id=%s&from=%s&to=%s"
                .formatted(account.platform(), account.externalId(), from, to));
    for (JsonNode item : answer.path("items")) {
      truth.put(
          new CampaignDay(
              account.label(),
              item.path("entity_id").asText(),
              LocalDate.parse(item.path("date").asText())),
          FigureReader.read(item).orElse(Figures.ZERO));
    }
    return truth;
  }
}
