package io.adfleet.connections.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adfleet.connections.account.AdAccount.Access;
import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private final ReachableAccount manager = account("111", true);
  private final ReachableAccount shop = account("222", false);

  @Test
  void takesEachChosenAccountOnce() {
    assertThat(Choice.of(List.of(manager, shop), List.of("222", "222"))).containsExactly(shop);
  }

  @Test
  void namesEveryIdThatCannotBeChosen() {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> Choice.of(List.of(manager, shop), List.of("222", "111", "999")));
    assertThat(problem.type().status()).isEqualTo(422);
    assertThat(problem.errors())
        .extracting(FieldError::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("111", "manager"),
            reason -> assertThat(reason).contains("999", "isn't reached"));
  }

  @Test
  void anEmptyChoiceIsNone() {
    assertThatThrownBy(() -> Choice.of(List.of(shop), List.of()))
        .isInstanceOf(ProblemException.class);
  }

  private static ReachableAccount account(String id, boolean manager) {
    return new ReachableAccount(
        id, null, "111", "Account", "EUR", "Europe/Berlin", manager, Access.ACTIVE);
  }
}
