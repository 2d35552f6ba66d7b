package io.adfleet.local.demo;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Secrets;
import io.adfleet.local.settings.Settings;

/** Somebody who can sign in here. */
public enum Person {
  DEMO("demo@adfleet.test", "DEMO_PASSWORD", "demo-adfleet"),
  SECOND("second@adfleet.test", "SECOND_PASSWORD", "second-adfleet");

  private final String email;
  private final String secret;
  private final String otherwise;

  Person(String email, String secret, String otherwise) {
    this.email = email;
    this.secret = secret;
    this.otherwise = otherwise;
  }

  /** The one whom {@code WHO} names; the demo owner when it is empty. */
  public static Person named(String who) {
    return switch (who) {
      case "", "demo" -> DEMO;
      case "second" -> SECOND;
      default -> throw new Trouble("WHO=" + who + " is nobody; there are demo and second.");
    };
  }

  public String email() {
    return email;
  }

  public String password(Secrets secrets) {
    return secrets.known(secret, otherwise);
  }

  /** A browser in which this person has signed in. */
  Browser signIn(Settings settings) {
    Browser browser = new Browser(settings.publicUrl());
    Page page = browser.open("/auth/login");
    if (page.hasForm()) {
      Page.Form form = page.form();
      form.fields().put("username", email);
      form.fields().put("password", password(settings.secrets()));
      page = browser.submit(form);
    }
    if (page.status() != 200 || !page.address().toString().startsWith(settings.publicUrl())) {
      throw new Trouble(
          "The sign-in of %s ended at %s with status %d."
              .formatted(email, page.address(), page.status()));
    }
    return browser;
  }
}
