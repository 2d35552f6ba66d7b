package io.adfleet.local;

import io.adfleet.local.demo.DemoTokens;
import io.adfleet.local.demo.Person;
import io.adfleet.local.fleet.Fleet;
import io.adfleet.local.fleet.FleetCommands;
import io.adfleet.local.parts.PartsCommand;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Settings;
import java.util.Map;

/** The launcher's main class: takes one command and reads everything else from the environment. */
public final class Local {

  private Local() {}

  /** Ends with 0 when the command succeeded. */
  public static void main(String[] arguments) throws Exception {
    try {
      run(arguments.length == 1 ? arguments[0] : "", System.getenv());
      System.exit(0);
    } catch (Trouble trouble) {
      System.out.flush();
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }

  private static void run(String command, Map<String, String> environment) throws Exception {
    if (command.equals("parts")) {
      PartsCommand.run(Folders.of(environment), System.out);
      return;
    }
    Settings settings = Settings.of(environment);
    FleetCommands fleet = new FleetCommands(new Fleet(settings), System.out);
    switch (command) {
      case "up" -> fleet.up();
      case "run" -> fleet.run();
      case "down" -> fleet.down();
      case "start" -> fleet.start(settings.told("S"));
      case "stop" -> fleet.stop(settings.told("S"));
      case "demo-token" ->
          System.out.println(
              new DemoTokens(settings).of(Person.named(settings.told("WHO"))));
      case "reset" -> fleet.reset();
      default -> throw new Trouble("There is no command '" + command + "'; make lists them.");
    }
  }
}
