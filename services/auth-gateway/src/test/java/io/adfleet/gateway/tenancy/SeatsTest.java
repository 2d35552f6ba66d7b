package io.adfleet.gateway.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatsTest {

  private final UUID owner = UUID.randomUUID();
  private final UUID viewer = UUID.randomUUID();
  private final Seats seats = new Seats(Map.of(owner, Role.OWNER, viewer, Role.VIEWER));

  @Test
  void anAdminGivesWhatIsBelowOwner() {
    assertThat(seats.refusal(Role.ADMIN, viewer, Role.ADMIN)).isEmpty();
    assertThat(seats.refusal(Role.ADMIN, UUID.randomUUID(), Role.ANALYST)).isEmpty();
    assertThat(seats.refusal(Role.ADMIN, viewer, Role.OWNER).orElseThrow()).contains("owner");
    assertThat(seats.refusal(Role.ADMIN, owner, Role.VIEWER)).isPresent();
  }

  @Test
  void anAdminRemovesWhoIsBelowOwner() {
    assertThat(seats.refusal(Role.ADMIN, viewer, null)).isEmpty();
    assertThat(seats.refusal(Role.ADMIN, owner, null).orElseThrow()).contains("Ask an owner");
    assertThat(seats.refusal(Role.OWNER, owner, null).orElseThrow()).contains("last owner");
    Seats two = new Seats(Map.of(owner, Role.OWNER, viewer, Role.OWNER));
    assertThat(two.refusal(Role.OWNER, owner, null)).isEmpty();
  }

  @Test
  void theLastOwnerStaysOne() {
    assertThat(seats.refusal(Role.OWNER, owner, Role.ADMIN).orElseThrow()).contains("last owner");
    assertThat(seats.refusal(Role.OWNER, viewer, Role.OWNER)).isEmpty();
    Seats two = new Seats(Map.of(owner, Role.OWNER, viewer, Role.OWNER));
    assertThat(two.refusal(Role.OWNER, owner, Role.ADMIN)).isEmpty();
  }
}
