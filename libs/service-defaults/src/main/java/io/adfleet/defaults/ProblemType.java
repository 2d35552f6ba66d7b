package io.adfleet.defaults;

/** One way an API says no; each service lists its own in an enum. */
public interface ProblemType {

  /** The last part of the problem's {@code type} address, in snake_case. */
  String code();

  int status();

  /** What kind of problem it is, the same for every occurrence. */
  String title();
}
