package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.Moment;
import io.adfleet.sandbox.world.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a query from one moment of the world. */
final class Report {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  /** What a row is about, and the entities whose figures it adds up. */
  private record Subject(Line line, List<Entity> summands) {}

  private record Segment(@Nullable LocalDate date, @Nullable Integer hour) {}

  private record Sorted(Line line, List<@Nullable Object> keys) {}

  private final Moment moment;
  private final Account account;
  private final Gaql query;
  private final Resource resource;
  private final List<Condition> onDates;
  private final List<Condition> onRows;
  private final RowWriter writer;

  private Report(Moment moment, Account account, Gaql query, Resource resource) {
    this.moment = moment;
    this.account = account;
    this.query = query;
    this.resource = resource;
    List<Condition> conditions =
        query.where().stream().map(condition -> condition.on(moment.today(account))).toList();
    this.onDates = conditions.stream().filter(c -> Condition.isDate(c.field())).toList();
    this.onRows = conditions.stream().filter(c -> !Condition.isDate(c.field())).toList();
    this.writer = new RowWriter(moment, query, resource);
  }

  /** The answer to a query, with every row of it known but none written yet. */
  static Result run(Moment moment, Account account, Gaql query, Resource resource) {
    if (account.manager() && query.asksForMetrics()) {
      throw Failures.query(
          QueryError.REQUESTED_METRICS_FOR_MANAGER,
          "Metrics cannot be requested for a manager account. To retrieve metrics, issue separate"
              + " requests against each client account under the manager account.");
    }
    Report report = new Report(moment, account, query, resource);
    return new Result(report.lines(), report.writer);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    subjects().forEach(subject -> lines(subject).filter(this::meetsRows).forEach(lines::add));
    List<Line> sorted = query.orderBy().isEmpty() ? lines : sorted(lines);
    Integer limit = query.limit();
    return limit == null || sorted.size() <= limit ? sorted : List.copyOf(sorted.subList(0, limit));
  }

  private Stream<Subject> subjects() {
    return switch (resource) {
      case CUSTOMER -> Stream.of(new Subject(line(null, null), campaigns()));
      case CUSTOMER_CLIENT ->
          clients(account, 0).map(client -> new Subject(line(null, client), List.of()));
      case CAMPAIGN -> entities(Kind.CAMPAIGN);
      case AD_GROUP -> entities(Kind.AD_GROUP);
      case AD_GROUP_AD -> entities(Kind.AD);
      case ASSET_GROUP -> entities(Kind.ASSET_GROUP);
      case CAMPAIGN_BUDGET -> budgets();
    };
  }

  private Stream<Subject> entities(Kind kind) {
    return moment
        .entities(account, kind)
        .map(entity -> new Subject(line(entity, null), List.of(entity)));
  }

  private Stream<Subject> budgets() {
    Map<String, List<Entity>> byBudget = new LinkedHashMap<>();
    for (Entity campaign : campaigns()) {
      byBudget.computeIfAbsent(RowWriter.budgetId(campaign), id -> new ArrayList<>()).add(campaign);
    }
    return byBudget.values().stream()
        .map(campaigns -> new Subject(line(campaigns.getFirst(), null), campaigns));
  }

  private List<Entity> campaigns() {
    return moment.entities(account, Kind.CAMPAIGN).toList();
  }

  private Stream<Line.Client> clients(Account at, int level) {
    return Stream.concat(
        Stream.of(new Line.Client(at, level)),
        moment.world().accounts().stream()
            .filter(below -> below.platform() == Platform.GOOGLE)
            .filter(below -> at.id().equals(below.managerId()))
            .flatMap(below -> clients(below, level + 1)));
  }

  private Line line(@Nullable Entity entity, Line.@Nullable Client client) {
    return new Line(account, entity, client, null, null, null);
  }

  private Stream<Line> lines(Subject subject) {
    if (!query.asksForMetrics() && !query.isSegmented()) {
      return Stream.of(subject.line());
    }
    Map<Segment, Figures> sums = new LinkedHashMap<>();
    if (!query.isSegmented()) {
      sums.put(new Segment(null, null), Figures.NONE);
    }
    for (Entity entity : subject.summands()) {
      for (LocalDate date : moment.dates(entity, EARLIEST, LATEST)) {
        if (onDates.stream().allMatch(condition -> condition.test(date.toString()))) {
          add(sums, entity, date);
        }
      }
    }
    return sums.entrySet().stream()
        .filter(sum -> !query.isSegmented() || isSomething(sum.getValue()))
        .map(sum -> subject.line().saying(sum.getKey().date(), sum.getKey().hour(), sum.getValue()))
        .sorted(
            Comparator.comparing(Line::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Line::hour, Comparator.nullsFirst(Comparator.naturalOrder())));
  }

  private void add(Map<Segment, Figures> sums, Entity entity, LocalDate date) {
    LocalDate shown = query.selects("segments.date") ? date : null;
    if (query.selects("segments.hour")) {
      Figures[] hours = moment.hours(entity, date);
      for (int hour = 0; hour < hours.length; hour++) {
        sums.merge(new Segment(shown, hour), hours[hour], Figures::plus);
      }
    } else {
      sums.merge(new Segment(shown, null), moment.day(entity, date), Figures::plus);
    }
  }

  /** A segmented row without anything in the metrics that are asked for isn't said. */
  private boolean isSomething(Figures figures) {
    boolean all = query.select().stream().noneMatch(field -> field.root().equals("metrics"));
    for (Measure measure : RowWriter.METRICS.keySet()) {
      if ((all || query.selects(RowWriter.METRICS.get(measure))) && figures.get(measure) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean meetsRows(Line line) {
    if (onRows.isEmpty()) {
      return true;
    }
    GoogleAdsRow row = writer.whole(line);
    return onRows.stream().allMatch(condition -> condition.test(condition.field().value(row)));
  }

  private List<Line> sorted(List<Line> lines) {
    List<Sorted> sortable = new ArrayList<>(lines.size());
    for (Line line : lines) {
      GoogleAdsRow row = writer.whole(line);
      List<@Nullable Object> keys = new ArrayList<>();
      query.orderBy().forEach(order -> keys.add(order.field().value(row)));
      sortable.add(new Sorted(line, keys));
    }
    sortable.sort(this::compare);
    return sortable.stream().map(Sorted::line).toList();
  }

  private int compare(Sorted one, Sorted other) {
    for (int i = 0; i < query.orderBy().size(); i++) {
      int order = compare(one.keys().get(i), other.keys().get(i));
      if (order != 0) {
        return query.orderBy().get(i).descending() ? -order : order;
      }
    }
    return 0;
  }

  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    return switch (one) {
      case Long number -> number.compareTo((Long) other);
      case Double number -> number.compareTo((Double) other);
      case Boolean flag -> flag.compareTo((Boolean) other);
      default -> one.toString().compareTo(other.toString());
    };
  }

  /** An answer: its rows are written only when they are sent. */
  record Result(List<Line> lines, RowWriter writer) {

    List<GoogleAdsRow> rows(int from, int to) {
      return lines.subList(from, to).stream().map(writer::projected).toList();
    }
  }
}
