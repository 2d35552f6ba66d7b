package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The insights of a node: at once, as a report that runs by itself, or from such a report. */
final class Insights {

  /** The most rows of an answer that is given at once. */
  static final int MOST_ROWS = 50_000;

  private static final Set<Fault.Type> ENDINGS =
      Set.of(
          Fault.Type.ASYNC_JOB_FAILED, Fault.Type.ASYNC_JOB_SKIPPED, Fault.Type.ASYNC_JOB_STALLED);

  private final Access access;
  private final Pages pages;
  private final ReportRuns runs;

  Insights(Access access, Pages pages, ReportRuns runs) {
    this.access = access;
    this.pages = pages;
    this.runs = runs;
  }

  Map<String, Object> answer(Visit visit, Moment moment, GraphNode node) {
    if (node instanceof GraphNode.Report report) {
      return of(visit, report.run());
    }
    if (node.account() == null || node instanceof GraphNode.AdCreative) {
      throw Failures.unknownPath("insights");
    }
    return switch (visit.call().method()) {
      case "GET" -> now(visit, moment, node);
      case "POST" -> later(visit, moment, node);
      default -> throw Failures.unknownObject(visit.call().method(), node.id());
    };
  }

  private Map<String, Object> now(Visit visit, Moment moment, GraphNode node) {
    GraphCall call = visit.call();
    Account account = enter(visit, node, "insights");
    return pages.page(
        call,
        most(account, "insights", InsightsQuery.resource(call, node)),
        () -> {
          InsightsQuery query = InsightsQuery.of(call, node, moment.today(account));
          Pages.Listing listing = listing(call, moment, node, query);
          if (listing.rows().size() > MOST_ROWS) {
            throw Failures.tooManyRows();
          }
          return listing;
        });
  }

  private Map<String, Object> later(Visit visit, Moment moment, GraphNode node) {
    GraphCall call = visit.call();
    Account account = enter(visit, node, "insights_async");
    InsightsQuery query = InsightsQuery.of(call, node, moment.today(account));
    Filter.of(call, moment, kind(query));
    String id = runs.nextId();
    Optional<Fault> fault = access.hit(account.id(), "insights_async", query.resource(), ENDINGS);
    runs.add(
        new ReportRun(
            id,
            account,
            query,
            moment.at(),
            fault.map(Fault::fault).orElse(null),
            () -> listing(call, moment, node, query)));
    return Map.of("report_run_id", id);
  }

  private Map<String, Object> of(Visit visit, ReportRun run) {
    access.enter(visit, run.account().id(), "report_insights", run.resource());
    Access.open(run.account());
    if (!run.isComplete()) {
      throw Failures.unfinishedReport();
    }
    GraphCall call = visit.call();
    return pages.page(
        call,
        most(run.account(), "report_insights", run.resource()),
        () -> new Pages.Listing(Pages.edge(call), run.result().rows()));
  }

  private Account enter(Visit visit, GraphNode node, String operation) {
    Account account = Objects.requireNonNull(node.account());
    access.enter(visit, account.id(), operation, InsightsQuery.resource(visit.call(), node));
    Access.open(account);
    return account;
  }

  /** The most rows of a page: fewer while that is ordered to be too much. */
  private int most(Account account, String operation, String resource) {
    return access
        .hit(account.id(), operation, resource, Set.of(Fault.Type.TOO_MUCH_DATA))
        .map(fault -> fault.rows() == null ? 0 : fault.rows())
        .orElse(Pages.MOST);
  }

  private static Kind kind(InsightsQuery query) {
    Kind kind = query.level().kind();
    return kind == null ? Kind.CAMPAIGN : kind;
  }

  private static Pages.Listing listing(
      GraphCall call, Moment moment, GraphNode node, InsightsQuery query) {
    InsightWriter writer = new InsightWriter(moment, Objects.requireNonNull(node.account()), query);
    List<Supplier<Map<String, Object>>> rows = new ArrayList<>();
    InsightsReport.run(moment, node, query, Filter.of(call, moment, kind(query)))
        .forEach(line -> rows.add(() -> writer.write(line)));
    return new Pages.Listing(Pages.edge(call), rows);
  }
}
