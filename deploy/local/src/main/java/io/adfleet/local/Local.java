package io.adfleet.local;

import io.adfleet.local.demo.DemoTokens;
import io.adfleet.local.demo.Person;
import io.adfleet.local.fleet.Fleet;
import io.adfleet.local.fleet.FleetCommands;
import io.adfleet.local.fleet.PrepareCommand;
import io.adfleet.local.parts.PartsCommand;
import io.adfleet.local.replay.ReplayCommand;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Settings;
import io.adfleet.local.status.StatusCommand;
import io.adfleet.local.tests.TestCommand;
import io.adfleet.local.verify.VerifyCommand;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The launcher's main class: takes one command and reads everything else from the environment. */
public final class Local {

  private static final Set<String> COMMANDS =
      Set.of(
          "run",
          "up",
          "dev",
          "down",
          "status",
          "start",
          "stop",
          "reset",
          "demo-token",
          "verify",
          "test",
          "parts",
          "prepare",
          "replay");

  private static final Set<String> STARTING = Set.of("run", "up", "dev");

  private Local() {}

  /** Ends with 0 when the command succeeded. */
  public static void main(String[] arguments) throws Exception {
    try {
      boolean well = run(arguments.length == 1 ? arguments[0] : "", System.getenv());
      System.out.flush();
      System.exit(well ? 0 : 1);
    } catch (Trouble trouble) {
      System.out.flush();
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }

  private static boolean run(String command, Map<String, String> environment) throws Exception {
    Clock clock = Clock.systemUTC();
    if (!COMMANDS.contains(command)) {
      throw new Trouble("There is no command '" + command + "'; make lists them.");
    }
    switch (command) {
      case "parts" -> PartsCommand.run(environment, System.out);
      case "prepare" ->
          new PrepareCommand(Folders.of(environment).root(), environment, System.out).run();
      case "replay" -> replay(environment);
      case "test" -> {
        return new TestCommand(environment, System.out, clock).run();
      }
      default -> {
        return run(command, Settings.of(environment), clock);
      }
    }
    return true;
  }

  private static void replay(Map<String, String> environment) {
    ReplayCommand replay = new ReplayCommand(environment, System.out);
    if (ReplayCommand.saysWhere(environment)) {
      replay.run();
      return;
    }
    Settings settings = Settings.of(environment);
    new FleetCommands(new Fleet(settings), System.out).needsRunning();
    replay.run("127.0.0.1:" + settings.ports().kafka());
  }

  private static boolean run(String command, Settings settings, Clock clock) {
    if (!STARTING.contains(command) && !settings.wasStarted()) {
      System.out.println(
          "There is no fleet in " + settings.folders().data() + " yet; make up starts one.");
      return command.equals("down") || command.equals("reset");
    }
    Fleet fleet = new Fleet(settings);
    FleetCommands commands = new FleetCommands(fleet, System.out);
    switch (command) {
      case "up" -> commands.up();
      case "run" -> commands.run();
      case "dev" -> commands.dev(settings.told("S"));
      case "down" -> commands.down();
      case "start" -> commands.start(settings.told("S"));
      case "stop" -> commands.stop(settings.told("S"));
      case "reset" -> commands.reset();
      case "status" -> {
        return new StatusCommand(fleet, System.out, clock).show();
      }
      case "verify" -> {
        commands.needsRunning();
        return new VerifyCommand(settings, System.out, clock).run();
      }
      case "demo-token" -> {
        commands.needsRunning();
        System.out.println(new DemoTokens(settings).of(Person.named(settings.told("WHO"))));
      }
      default -> throw new IllegalArgumentException(command);
    }
    return true;
  }
}
