package io.adfleet.local;

import io.adfleet.local.parts.PartsCommand;

/** The launcher's main class: takes one command and reads everything else from the environment. */
public final class Local {

  private Local() {}

  /** Ends with 0 when the command succeeded. */
  public static void main(String[] arguments) throws Exception {
    String command = arguments.length == 1 ? arguments[0] : "";
    try {
      System.exit(run(command, Folders.of(System.getenv())));
    } catch (Trouble trouble) {
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }

  private static int run(String command, Folders folders) throws Exception {
    switch (command) {
      case "parts" -> PartsCommand.run(folders, System.out);
      default -> throw new Trouble("There is no command '" + command + "'.");
    }
    return 0;
  }
}
