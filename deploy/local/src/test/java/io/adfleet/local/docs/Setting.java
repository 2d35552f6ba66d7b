package io.adfleet.local.docs;

import java.util.Set;

/**
 * An environment variable where a property of a service reads it.
 *
 * @param name the variable
 * @param fallback what holds when it isn't set; empty: nothing
 * @param sentence what it is for
 * @param tags {@code required}: without it a service refuses to start in production; {@code set}:
 *     what holds without it fits a fleet on one machine only; {@code secret}
 * @param services who reads it there
 */
record Setting(
    String name, String fallback, String sentence, Set<String> tags, Set<String> services) {

  boolean required() {
    return tags.contains("required");
  }

  boolean secret() {
    return tags.contains("secret");
  }

  /** What an operator in production has to know. */
  String production() {
    return required() ? "required" : tags.contains("set") ? "set it" : "";
  }
}
