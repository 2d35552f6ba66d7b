package io.adfleet.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults in force: which one hits a request, and how often still. */
public final class Faults {

  private final Controls controls;
  private final Random chance = new Random(7);

  public Faults(Controls controls) {
    this.controls = controls;
  }

  /** The faults still listed. */
  public List<Fault> remaining() {
    return controls.faults();
  }

  /** Replaces the list. */
  void replace(List<Fault> faults) {
    controls.faults(before -> faults);
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
