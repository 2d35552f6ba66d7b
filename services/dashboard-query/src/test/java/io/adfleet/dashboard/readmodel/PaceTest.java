package io.adfleet.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private final UUID workspace = UUID.randomUUID();
  private final Pace pace = new Pace();

  @Test
  void saysTheFirstAtOnceAndTheRestTogetherAfterASecond() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    assertThat(pace.take(List.of(change(one, 0)), NOW)).hasSize(1);
    assertThat(pace.take(List.of(change(one, 5)), NOW.plusMillis(200))).isEmpty();
    assertThat(pace.take(List.of(change(other, 3)), NOW.plusMillis(999))).isEmpty();
    List<Pace.Change> late = pace.due(NOW.plusMillis(1_000));
    assertThat(late).hasSize(1);
    assertThat(late.getFirst().named()).containsExactlyInAnyOrder(one, other);
    assertThat(late.getFirst().asOf()).isEqualTo(NOW.plusSeconds(5));
    assertThat(pace.due(NOW.plusSeconds(9))).isEmpty();
  }

  @Test
  void otherWorkspacesDoNotWait() {
    pace.take(List.of(change(UUID.randomUUID(), 0)), NOW);
    Pace.Change foreign = new Pace.Change(UUID.randomUUID(), Set.of(), NOW, null);
    assertThat(pace.take(List.of(foreign), NOW)).containsExactly(foreign);
  }

  @Test
  void manyAccountsAreNotNamed() {
    Set<UUID> many =
        IntStream.range(0, 13).mapToObj(i -> UUID.randomUUID()).collect(Collectors.toSet());
    assertThat(new Pace.Change(workspace, many, NOW, null).named()).isEmpty();
  }

  private Pace.Change change(UUID account, int seconds) {
    return new Pace.Change(workspace, Set.of(account), NOW.plusSeconds(seconds), null);
  }
}
