package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.login.MetaGrants;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One call while it is answered: what it turned out to be about, for the headers of its answer. */
final class Visit {

  private GraphCall call;
  private final String traceId =
      "A" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private @Nullable String accountId;
  private boolean insights;
  private int blockedSeconds;
  private int usedAtLeast;
  private MetaGrants.@Nullable Standing person;

  Visit(GraphCall call) {
    this.call = call;
  }

  GraphCall call() {
    return call;
  }

  /** Goes on with a part of the call as if it had been made alone. */
  void turnTo(GraphCall part) {
    this.call = part;
  }

  String traceId() {
    return traceId;
  }

  /** The account it is about, or null. */
  @Nullable String accountId() {
    return accountId;
  }

  boolean isAboutInsights() {
    return insights;
  }

  void isAbout(String account, boolean itsInsights) {
    this.accountId = account;
    this.insights = itsInsights;
  }

  /** Seconds until the caller may come again; 0 if nothing blocks it. */
  int blockedSeconds() {
    return blockedSeconds;
  }

  void blockedFor(int seconds) {
    this.blockedSeconds = seconds;
  }

  /** The least that the headers say is used, in percent. */
  int usedAtLeast() {
    return usedAtLeast;
  }

  void usesAtLeast(int percent) {
    this.usedAtLeast = percent;
  }

  /** The person whose token the call carries. */
  MetaGrants.Standing person() {
    if (person == null) {
      throw new IllegalStateException("No one has checked the token of this call");
    }
    return person;
  }

  void comesFrom(MetaGrants.Standing standing) {
    this.person = standing;
  }
}
