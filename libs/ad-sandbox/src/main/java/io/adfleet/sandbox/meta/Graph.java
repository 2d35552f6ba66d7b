package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Moment;
import io.adfleet.sandbox.world.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes and what hangs on them: everything that is read except the login. */
final class Graph {

  private static final int MOST_IDS = 50;
  private static final String ME = "me";

  private final Controls controls;
  private final Access access;
  private final Pages pages;
  private final ReportRuns runs;
  private final Insights insights;

  Graph(Controls controls, Access access) {
    this.controls = controls;
    this.access = access;
    this.pages = new Pages();
    this.runs = new ReportRuns();
    this.insights = new Insights(access, pages, runs);
  }

  /** The answer to a call. */
  Map<String, Object> answer(Visit visit) {
    GraphCall call = visit.call();
    List<String> path = call.path();
    boolean many = call.text("ids") != null;
    if (path.size() > (many ? 1 : 2) || path.isEmpty() && !many) {
      throw Failures.unknownPath(String.join("/", path));
    }
    if (many) {
      return byIds(visit, path.isEmpty() ? null : path.getFirst());
    }
    return answer(visit, path.getFirst(), path.size() == 1 ? null : path.getLast());
  }

  private Map<String, Object> byIds(Visit visit, @Nullable String edge) {
    GraphCall call = visit.call();
    List<String> ids = call.words("ids");
    if (ids.size() > MOST_IDS) {
      throw Failures.parameter("Too many IDs. Maximum: " + MOST_IDS + ". Provided: " + ids.size());
    }
    Moment moment = controls.moment();
    Map<String, Object> answers = new LinkedHashMap<>();
    for (String id : ids) {
      if (find(moment, id) == null) {
        access.enter(visit, "*", "ids", "");
        throw Failures.unknownAlias(id);
      }
      visit.turnTo(call.about(id, edge));
      answers.put(id, answer(visit, id, edge));
    }
    return answers;
  }

  private Map<String, Object> answer(Visit visit, String id, @Nullable String edge) {
    Moment moment = controls.moment();
    GraphNode node = find(moment, id);
    String method = visit.call().method();
    if (node == null) {
      access.enter(visit, "*", "object", "");
      throw Failures.unknownObject(method, id);
    }
    if ("insights".equals(edge)) {
      return insights.answer(visit, moment, node);
    }
    enter(visit, node, edge);
    if (!method.equals("GET")) {
      throw Failures.unknownObject(method, id);
    }
    return edge == null ? node(visit, moment, node) : edge(visit, moment, node, edge);
  }

  private @Nullable GraphNode find(Moment moment, String id) {
    if (id.equals(ME)) {
      return new GraphNode.Person();
    }
    if (id.startsWith("act_")) {
      Account account = access.account(id.substring(4));
      return account == null ? null : new GraphNode.AdAccount(account);
    }
    ReportRun run = runs.named(id);
    if (run != null) {
      return new GraphNode.Report(run);
    }
    Entity entity = metaEntity(moment, id);
    if (entity != null) {
      return new GraphNode.AdObject(entity);
    }
    String adId = GraphNode.AdCreative.adOf(id);
    Entity ad = adId == null ? null : metaEntity(moment, adId);
    return ad == null || ad.kind() != Kind.AD ? null : new GraphNode.AdCreative(ad);
  }

  private static @Nullable Entity metaEntity(Moment moment, String id) {
    Entity entity = moment.entity(id);
    return entity == null || entity.account().platform() != Platform.META ? null : entity;
  }

  private void enter(Visit visit, GraphNode node, @Nullable String edge) {
    Account account = node.account();
    String operation =
        switch (node) {
          case GraphNode.Person person -> edge == null ? ME : edge;
          case GraphNode.AdAccount of -> edge == null ? "account" : edge;
          case GraphNode.AdObject of -> edge == null ? Level.of(node).word() : edge;
          case GraphNode.AdCreative of -> edge == null ? "adcreative" : edge;
          case GraphNode.Report of -> edge == null ? "report_run" : edge;
        };
    String resource = node instanceof GraphNode.Report report ? report.run().resource() : "";
    access.enter(visit, account == null ? "*" : account.id(), operation, resource);
    boolean only = node instanceof GraphNode.AdAccount && edge == null;
    if (account != null && !(only && account.status() == Account.Status.DISABLED)) {
      Access.open(account);
    }
  }

  private static Map<String, Object> node(Visit visit, Moment moment, GraphNode node) {
    if (node instanceof GraphNode.Report report) {
      report.run().look();
    }
    return new NodeWriter(moment).write(node, FieldList.of(visit.call()));
  }

  private Map<String, Object> edge(Visit visit, Moment moment, GraphNode node, String edge) {
    GraphCall call = visit.call();
    FieldList fields = FieldList.of(call);
    return pages.page(
        call,
        Pages.MOST,
        () -> {
          NodeWriter writer = new NodeWriter(moment);
          List<Supplier<Map<String, Object>>> rows = new ArrayList<>();
          connected(call, moment, node, edge)
              .forEach(behind -> rows.add(() -> writer.write(behind, fields)));
          return new Pages.Listing(Pages.edge(call), rows);
        });
  }

  private Stream<? extends GraphNode> connected(
      GraphCall call, Moment moment, GraphNode node, String edge) {
    if (node instanceof GraphNode.Person && edge.equals("adaccounts")) {
      return access.accounts().stream().map(GraphNode.AdAccount::new);
    }
    Account account = node.account();
    if (account == null || node instanceof GraphNode.Report) {
      throw Failures.unknownPath(edge);
    }
    return switch (edge) {
      case "campaigns" -> beneath(call, moment, node, Kind.CAMPAIGN).map(GraphNode.AdObject::new);
      case "adsets" -> beneath(call, moment, node, Kind.AD_GROUP).map(GraphNode.AdObject::new);
      case "ads" -> beneath(call, moment, node, Kind.AD).map(GraphNode.AdObject::new);
      case "adcreatives" ->
          moment
              .entities(account, Kind.AD)
              .filter(ad -> isBeneath(moment, ad, node))
              .map(GraphNode.AdCreative::new);
      default -> throw Failures.unknownPath(edge);
    };
  }

  private static Stream<Entity> beneath(GraphCall call, Moment moment, GraphNode node, Kind kind) {
    Level level = Level.of(node);
    if (level.kind() != null && level.kind().ordinal() >= kind.ordinal()) {
      throw Failures.unknownPath(kind.name());
    }
    Filter filter = Filter.of(call, moment, kind);
    return moment
        .entities(Objects.requireNonNull(node.account()), kind)
        .filter(entity -> isBeneath(moment, entity, node))
        .filter(filter::test);
  }

  private static boolean isBeneath(Moment moment, Entity entity, GraphNode node) {
    if (!(node instanceof GraphNode.AdObject above)) {
      return true;
    }
    for (Entity at = entity; at != null; at = Status.parent(moment, at)) {
      if (at.id().equals(above.id())) {
        return true;
      }
    }
    return false;
  }
}
