package io.adfleet.gateway.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The signing keys at one moment: the previous, the current and the next. */
record KeyRing(List<SigningKey> keys, Instant now) {

  /** A verifier asks for an unknown key at most once a minute or so; this is ample. */
  static final Duration ANNOUNCED = Duration.ofHours(1);

  KeyRing {
    keys = keys.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
  }

  /** The key that signs now. */
  Optional<SigningKey> current() {
    return keys.stream().filter(this::begun).reduce((older, newer) -> newer);
  }

  /** The key that will sign next. */
  Optional<SigningKey> next() {
    return keys.stream().filter(k -> !begun(k)).findFirst();
  }

  /** From when on a further key has to sign, if one must be made now. */
  Optional<Instant> wanted(Duration period) {
    if (current().isEmpty()) {
      return Optional.of(now);
    }
    if (next().isPresent()) {
      return Optional.empty();
    }
    Instant due = current().get().signsFrom().plus(period);
    Instant announced = now.plus(ANNOUNCED);
    return Optional.of(due.isBefore(announced) ? announced : due);
  }

  /** Keys whose last token has long expired: all begun ones before the previous. */
  List<SigningKey> spent() {
    List<SigningKey> begun = keys.stream().filter(this::begun).toList();
    return begun.size() <= 2 ? List.of() : begun.subList(0, begun.size() - 2);
  }

  private boolean begun(SigningKey key) {
    return !key.signsFrom().isAfter(now);
  }
}
