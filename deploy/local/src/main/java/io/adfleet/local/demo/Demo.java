package io.adfleet.local.demo;

import io.adfleet.local.settings.Settings;
import java.util.function.Consumer;

/** The first look at a fleet. */
public final class Demo {

  public static final String OWNER = "demo@adfleet.test";
  public static final String SECOND = "second@adfleet.test";

  public Demo(Settings settings) {
  }

  public boolean isDone() {
    return true;
  }

  public void connect(Consumer<String> say) {
  }
}
