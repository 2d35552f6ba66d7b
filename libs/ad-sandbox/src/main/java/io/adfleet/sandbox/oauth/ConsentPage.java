package io.adfleet.sandbox.oauth;

import io.adfleet.sandbox.web.Html;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.List;
import java.util.Map;

/**
 * The page on which a person lets an application in.
 *
 * @param world whose accounts are reached
 * @param platform whose accounts they are
 * @param name what people call them
 * @param action where the form goes
 */
public record ConsentPage(World world, Platform platform, String name, String action) {

  /** The field of the form that says no. */
  public static final String DENY = "deny";

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      <style>
      :root { --ink: #1c2330; --ground: #f3f5f8; --card: #fff; --line: #d5dae2; --go: #1d4ed8; --on: #fff; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e9ef; --ground: #12161d; --card: #1b212b; --line: #364050; --go: #8fb4ff; --on: #0b1220; }
      }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
        margin: 0; padding: 4rem 1rem; }
      main { max-width: 32rem; margin: 0 auto; padding: 1.5rem 2rem 2rem; background: var(--card);
        border: 1px solid var(--line); border-radius: .75rem; }
      h1 { font-size: 1.375rem; line-height: 1.3; }
      button { font: inherit; font-weight: 600; padding: .6rem 2rem; border: 0; border-radius: .5rem;
        color: var(--on); background: var(--go); cursor: pointer; }
      button[name] { color: var(--ink); background: none; border: 1px solid var(--line); }
      button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
      </style>
      </head>
      """;

  /** The page with one form that says again what was asked. */
  public String asking(Map<String, String> asked, List<String> fields) {
    StringBuilder hidden = new StringBuilder();
    for (String field : fields) {
      if (asked.containsKey(field)) {
        hidden
            .append("<input type=\"hidden\" name=\"")
            .append(field)
            .append("\" value=\"")
            .append(Html.escaped(asked.get(field)))
            .append("\">\n");
      }
    }
    StringBuilder accounts = new StringBuilder();
    for (Account account : world.accounts()) {
      if (account.platform() == platform) {
        accounts.append("<li>").append(Html.escaped(account.name())).append("</li>\n");
      }
    }
    return HEAD.formatted("Sandbox: let an application in")
        + """
        <body>
        <main>
        <h1>Let this application see your %s accounts?</h1>
        <p>This is the sandbox's consent screen, not the platform's. The application will reach:</p>
        <ul>
        %s</ul>
        <form method="post" action="%s">
        %s<button type="submit">Allow</button>
        <button type="submit" name="%s" value="yes">Cancel</button>
        </form>
        </main>
        </body>
        </html>
        """
            .formatted(name, accounts, Html.escaped(action), hidden, DENY);
  }

  /** The page that says why nobody is asked. */
  public static String blocked(String code, String sentence) {
    return HEAD.formatted("Error 400: " + Html.escaped(code))
        + """
        <body>
        <main><h1>Access blocked</h1><p>Error 400: %s. %s</p></main>
        </body>
        </html>
        """
            .formatted(Html.escaped(code), Html.escaped(sentence));
  }
}
