package io.adfleet.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults in force: which one hits a request, how often still, and who has to wait. */
public final class Faults {

  private final Controls controls;
  private final Clock clock;
  private final Random chance = new Random(7);
  private final Map<String, Block> blocks = new HashMap<>();

  /**
   * An account that was told to wait.
   *
   * @param code the error code that says so, null for the usual one
   */
  private record Block(Instant until, @Nullable Integer code) {}

  /**
   * How long an account has to wait still, and the error code that says so if not the usual one.
   */
  public record Wait(int seconds, @Nullable Integer code) {}

  public Faults(Controls controls, Clock clock) {
    this.controls = controls;
    this.clock = clock;
  }

  /** The faults still listed. */
  public List<Fault> remaining() {
    return controls.faults();
  }

  /** Replaces the list; with an empty one nobody has to wait any longer. */
  synchronized void replace(List<Fault> faults) {
    controls.faults(before -> faults);
    if (faults.isEmpty()) {
      blocks.clear();
    }
  }

  /** An account has to wait: whoever asks for it earlier is told so again. */
  public synchronized void block(String platform, String accountId, Wait wait) {
    blocks.put(
        platform + ":" + accountId,
        new Block(clock.instant().plusSeconds(wait.seconds()), wait.code()));
  }

  /** What an account has to wait still. */
  public synchronized Optional<Wait> blocked(String platform, String accountId) {
    Instant now = clock.instant();
    blocks.values().removeIf(block -> !block.until().isAfter(now));
    return Optional.ofNullable(blocks.get(platform + ":" + accountId))
        .map(block ->
            new Wait(
                Math.toIntExact(Duration.between(now, block.until()).plusMillis(999).toSeconds()),
                block.code()));
  }

  /** The first listed fault of these types that hits this request; it is used up by that. */
  public synchronized Optional<Fault> hit(
      String platform, String accountId, String method, String resource, Set<Fault.Type> types) {
    @Nullable Fault[] hit = new Fault[1];
    controls.faults(before -> {
      List<Fault> after = new ArrayList<>();
      for (Fault fault : before) {
        boolean hits =
            hit[0] == null
                && types.contains(fault.fault())
                && fault.meets(platform, accountId, method, resource)
                && chance.nextDouble() < fault.probability();
        if (!hits) {
          after.add(fault);
          continue;
        }
        hit[0] = fault;
        Fault left = fault.once();
        if (left.times() == null || left.times() > 0) {
          after.add(left);
        }
      }
      return after;
    });
    return Optional.ofNullable(hit[0]);
  }

  /** Someone consented anew on that platform: a revoked token is over. */
  public void consented(String platform) {
    controls.faults(before ->
        before.stream()
            .filter(fault ->
                fault.fault() != Fault.Type.REVOKED_TOKEN
                    || !List.of("*", platform).contains(fault.platform()))
            .toList());
  }
}
