package io.adfleet.meta.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.ingest.platform.AdAccount;
import io.adfleet.ingest.platform.PlatformException;
import io.adfleet.meta.MetaConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question to insights: at once where it is small, else by a report, and where that comes
 * to nothing in parts, first by dates, then by campaigns. A part is only asked for anew while
 * nothing of it was handed over.
 */
@ApplicationScoped
class Insights {

  private static final Logger LOG = Logger.getLogger(Insights.class);
  private static final int IDS = 500;

  private final GraphCalls calls;
  private final ReportRuns reports;
  private final MetaConfig.Insights config;
  private final List<String> windows;

  Insights(GraphCalls calls, ReportRuns reports, MetaConfig config) {
    this.calls = calls;
    this.reports = reports;
    this.config = config.insights();
    this.windows = this.config.windows().orElse(List.of());
  }

  void read(AdAccount account, Question question, Consumer<InsightRow> sink) {
    boolean small = question.dates() <= config.datesAtOnce() || question.isOneRowADate();
    if (small && atOnce(account, question, sink)) {
      return;
    }
    String run = reports.order(account, question.parameters(windows));
    if (reports.completes(account, run)) {
      pages(account, "report_insights", run, question, Map.of(), sink);
      return;
    }
    for (Question part : parts(account, question)) {
      read(account, part, sink);
    }
  }

  /** False, with nothing handed over, if it is too large to be answered at once. */
  private boolean atOnce(AdAccount account, Question question, Consumer<InsightRow> sink) {
    AtomicBoolean handedOver = new AtomicBoolean();
    try {
      pages(
          account,
          "insights",
          GraphCalls.node(account),
          question,
          question.parameters(windows),
          row -> {
            handedOver.set(true);
            sink.accept(row);
          });
      return true;
    } catch (PlatformException e) {
      if (!Failures.asksForLess(e.failure()) || handedOver.get()) {
        throw e;
      }
      return false;
    }
  }

  private void pages(
      AdAccount account,
      String kind,
      String node,
      Question question,
      Map<String, Object> parameters,
      Consumer<InsightRow> sink) {
    InsightRows rows = new InsightRows(question.idField(), sink);
    String after = null;
    int limit = config.page();
    while (true) {
      String page;
      try {
        page = calls.get(account, kind, node + "/insights", paged(parameters, limit, after));
      } catch (PlatformException e) {
        if (!e.failure().code().equals(Failures.PAGE_TOO_LARGE) || limit == 1) {
          throw e;
        }
        limit = limit / 2;
        LOG.infof("Asking for %d rows of account %s at once", limit, account.externalId());
        continue;
      }
      after = rows.read(page);
      if (after == null) {
        return;
      }
    }
  }

  private static Map<String, Object> paged(
      Map<String, Object> parameters, int limit, @Nullable String after) {
    Map<String, Object> paged = new HashMap<>(parameters);
    paged.put("limit", Integer.toString(limit));
    if (after != null) {
      paged.put("after", after);
    }
    return paged;
  }

  private List<Question> parts(AdAccount account, Question question) {
    if (question.dates() > 1) {
      return question.halves();
    }
    List<String> campaigns = question.campaigns();
    List<String> all = campaigns == null ? campaigns(account) : campaigns;
    if (all.size() < 2) {
      throw new PlatformException(Failures.passing("report_failed"));
    }
    int half = all.size() / 2;
    return List.of(
        question.about(all.subList(0, half)), question.about(all.subList(half, all.size())));
  }

  private List<String> campaigns(AdAccount account) {
    List<String> ids = new ArrayList<>();
    Edges.list(
        calls,
        account,
        new Edges.Edge("campaigns", "id", Edges.CAMPAIGN_STATES, IDS),
        (JsonNode campaign) -> ids.add(campaign.path("id").asText()));
    return ids;
  }
}
