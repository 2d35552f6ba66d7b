package io.adfleet.sandbox.world;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ad account, or the manager account above some. */
public record Account(
    Platform platform,
    String id,
    @Nullable String managerId,
    boolean manager,
    String name,
    Currency currency,
    ZoneId zone,
    Status status) {

  /** What the platform lets one do with an account. */
  public enum Status {
    ENABLED,
    DISABLED,
    NO_PERMISSION;

    /** The word in {@code accounts.csv}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> of(String word) {
      for (Status status : values()) {
        if (status.word().equals(word)) {
          return Optional.of(status);
        }
      }
      return Optional.empty();
    }
  }

  /** The smallest step in which a measure of this account grows during a running hour. */
  public long step(Measure measure) {
    return switch (measure.nature()) {
      case MONEY -> smallestCoin();
      case COUNT -> 1;
      case CONVERSION -> platform == Platform.GOOGLE ? 1 : Decimals.MILLION;
    };
  }

  private long smallestCoin() {
    long coin = Decimals.MILLION;
    for (int digit = 0; digit < Math.clamp(currency.getDefaultFractionDigits(), 0, 6); digit++) {
      coin /= 10;
    }
    return coin;
  }
}
