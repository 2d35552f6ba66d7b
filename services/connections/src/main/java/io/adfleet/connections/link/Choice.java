package io.adfleet.connections.link;

import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the reachable accounts a person means. */
final class Choice {

  private static final String FIELD = "account_ids";

  private Choice() {}

  /** The accounts chosen, each once; a problem names every id that can't be. */
  static List<ReachableAccount> of(List<ReachableAccount> reachable, List<String> chosen) {
    Map<String, ReachableAccount> byId =
        reachable.stream()
            .collect(Collectors.toMap(ReachableAccount::externalId, Function.identity()));
    if (chosen.isEmpty()) {
      throw ProblemException.invalid(
          FIELD, "no account is named", "name at least one account of the list");
    }
    List<ReachableAccount> choice = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (String id : new LinkedHashSet<>(chosen)) {
      ReachableAccount account = byId.get(id);
      FieldError error = error(id, account);
      if (error != null) {
        errors.add(error);
      } else if (account != null) {
        choice.add(account);
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
              Problems.INVALID,
              FIELD
                  + ": "
                  + errors.stream().map(FieldError::reason).collect(Collectors.joining("; ")))
          .with(errors.toArray(FieldError[]::new));
    }
    return choice;
  }

  private static @Nullable FieldError error(String id, @Nullable ReachableAccount account) {
    if (account == null) {
      return new FieldError(
          FIELD,
          id + " isn't reached by this connection",
          "choose from the connection's list of accounts");
    }
    return account.manager()
        ? new FieldError(
            FIELD,
            id + " is a manager account and has no figures of its own",
            "choose the accounts below it")
        : null;
  }
}
