package io.adfleet.local.verify;

import io.adfleet.contracts.Figures;
import io.adfleet.local.demo.Demo;
import io.adfleet.local.demo.DemoTokens;
import io.adfleet.local.demo.Person;
import io.adfleet.local.demo.WorldAccounts;
import io.adfleet.local.process.Pause;
import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Settings;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code verify}: holds the sandbox, reads everything now, compares everything, lets go. */
public final class VerifyCommand {

  private static final int DATES = 90;
  private static final int REREAD = 7;
  private static final int SHOWN = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration SETTLING = Duration.ofSeconds(15);

  /** What was compared, and a line for each difference. */
  private record Result(int compared, List<String> differences) {}

  private final Settings settings;
  private final PrintStream out;
  private final Clock clock;
  private final SandboxControl sandbox;
  private final AtomicBoolean held = new AtomicBoolean();

  public VerifyCommand(Settings settings, PrintStream out, Clock clock) {
    this.settings = settings;
    this.out = out;
    this.clock = Clock.offset(clock, settings.clockOffset());
    this.sandbox = new SandboxControl(Ports.http(settings.ports().sandbox()));
  }

  /** Returns whether nothing differs. */
  public boolean run() {
    Api api = new Api(settings.publicUrl(), new DemoTokens(settings).of(Person.DEMO));
    Workspace workspace = new Workspace(api);
    Thread letGo = new Thread(this::release, "release-sandbox");
    Runtime.getRuntime().addShutdownHook(letGo);
    out.println("holding the sandbox and reading every connection, usually 30 s …");
    sandbox.hold();
    held.set(true);
    try {
      return compare(workspace);
    } finally {
      release();
    }
  }

  private void release() {
    if (held.getAndSet(false)) {
      sandbox.release();
    }
  }

  private boolean compare(Workspace workspace) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    TreeSet<String> connections =
        workspace.accounts().stream()
            .filter(ConnectedAccount::isReadable)
            .map(ConnectedAccount::connection)
            .collect(Collectors.toCollection(TreeSet::new));
    // a job that is open already may have read what the platforms no longer say
    new Waiting(workspace, out, clock).await(deadline);
    for (String connection : connections) {
      workspace
          .sync(connection)
          .ifPresent(refusal -> out.println("connection " + connection + ": " + refusal));
    }
    new Waiting(workspace, out, clock).await(deadline);
    List<ConnectedAccount> accounts = workspace.accounts();
    accounts.stream().filter(account -> !account.isReadable()).forEach(this::tellUnread);
    NotConnected not = notConnected(workspace, accounts);
    not.leftOut().forEach(line -> out.println(line + ", its connection was removed"));
    not.missing().forEach(out::println);
    Result result = settled(workspace, accounts);
    tell(result);
    return result.differences().isEmpty() && result.compared() > 0 && not.missing().isEmpty();
  }

  private NotConnected notConnected(Workspace workspace, List<ConnectedAccount> accounts) {
    Demo demo = new Demo(settings);
    Set<String> connections = workspace.connections();
    Set<String> connected =
        accounts.stream().map(ConnectedAccount::label).collect(Collectors.toSet());
    return NotConnected.of(
        demo.readable(),
        connected,
        platform ->
            demo.isDone() && demo.connection(platform).filter(connections::contains).isEmpty());
  }

  private void tellUnread(ConnectedAccount account) {
    out.printf(
        "not compared: account %s (%s) is %s. %s%n",
        account.label(), account.name(), account.shownState(), account.sentence());
  }

  /** What was read reaches the read model a moment later. */
  private Result settled(Workspace workspace, List<ConnectedAccount> accounts) {
    long settledBy = System.nanoTime() + SETTLING.toNanos();
    while (true) {
      Result result = compared(workspace, accounts);
      if (result.differences().isEmpty() || System.nanoTime() > settledBy) {
        return result;
      }
      Pause.of(Duration.ofSeconds(2));
    }
  }

  private Result compared(Workspace workspace, List<ConnectedAccount> connected) {
    List<ConnectedAccount> accounts =
        connected.stream().filter(ConnectedAccount::isReadable).toList();
    Comparison days = comparison(workspace, accounts);
    Comparison.Result byDay = days.result();
    int compared = byDay.compared();
    List<String> differences =
        new ArrayList<>(byDay.differences().stream().map(Difference::line).toList());
    for (BoardComparison board : boards(workspace, connected, accounts, days)) {
      BoardComparison.Result sums = board.result();
      compared += sums.compared();
      differences.addAll(sums.differences());
    }
    return new Result(compared, differences);
  }

  /**
   * The dashboard of the range that every account has. Where one can't be read, each of the others
   * has its own: what was read before of that one is in the sum of all.
   */
  private List<BoardComparison> boards(
      Workspace workspace,
      List<ConnectedAccount> connected,
      List<ConnectedAccount> readable,
      Comparison days) {
    if (readable.isEmpty()) {
      return List.of();
    }
    LocalDate start =
        readable.stream()
            .map(account -> firstDate(account.today(clock.instant())))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate end = days.lastAsked();
    Map<String, String> currencies =
        WorldAccounts.in(settings.data("world")).stream()
            .collect(
                Collectors.toMap(
                    WorldAccounts.Account::label, WorldAccounts.Account::currency, (a, b) -> a));
    String range = start + " to " + end + "  dashboard";
    if (readable.size() == connected.size()) {
      return List.of(
          new BoardComparison(
              range,
              workspace.board(start, end, Optional.empty()),
              days.truthByCurrency(start, end, currencies, label -> true)));
    }
    return readable.stream()
        .map(account ->
            new BoardComparison(
                range + " of account " + account.label(),
                workspace.board(start, end, Optional.of(account)),
                days.truthByCurrency(start, end, currencies, account.label()::equals)))
        .toList();
  }

  private Comparison comparison(Workspace workspace, List<ConnectedAccount> accounts) {
    Instant now = clock.instant();
    LocalDate lastAsked = workspace.today(now);
    Map<String, ConnectedAccount> byId =
        accounts.stream().collect(Collectors.toMap(ConnectedAccount::id, Function.identity()));
    Map<CampaignDay, Figures> truth = new HashMap<>();
    Map<String, LocalDate> rereadFrom = new HashMap<>();
    Map<String, LocalDate> today = new HashMap<>();
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (ConnectedAccount account : accounts) {
      LocalDate last = account.today(now);
      today.put(account.label(), last);
      rereadFrom.put(account.label(), last.minusDays(REREAD));
      truth.putAll(sandbox.truth(account, firstDate(last), last));
      firstDate(last).datesUntil(last.plusDays(1)).forEach(dates::add);
    }
    Map<CampaignDay, Optional<Figures>> answers = new HashMap<>();
    for (LocalDate date : dates.headSet(lastAsked, true)) {
      answers.putAll(workspace.figures(byId, date));
    }
    DailyTopic.Content topic =
        new DailyTopic("127.0.0.1:" + settings.ports().kafka())
            .read(UUID.fromString(workspace.id()), byId);
    answers.keySet().removeIf(day -> outside(day, today));
    topic.figures().keySet().removeIf(day -> outside(day, today));
    return new Comparison(truth, answers, topic, rereadFrom, lastAsked);
  }

  private static boolean outside(CampaignDay day, Map<String, LocalDate> today) {
    LocalDate last = today.get(day.account());
    return last == null || day.date().isAfter(last) || day.date().isBefore(firstDate(last));
  }

  private void tell(Result result) {
    List<String> differences = result.differences();
    differences.stream().limit(SHOWN).forEach(out::println);
    if (differences.size() > SHOWN) {
      out.println("… and " + (differences.size() - SHOWN) + " more");
    }
    if (result.compared() == 0) {
      out.println("There was nothing to compare: no account is connected and readable.");
    }
    out.printf("differences: %d of %d%n", differences.size(), result.compared());
    out.flush();
  }

  static LocalDate firstDate(LocalDate last) {
    return last.minusDays(DATES - 1L);
  }
}
