package io.adfleet.gateway.token;

import io.adfleet.contracts.Ids;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.idempotency.Once;
import io.adfleet.gateway.tenancy.Memberships;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a token for a member who may. */
@ApplicationScoped
class IssueToken {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ApiTokenStore store;
  private final Memberships memberships;
  private final Once once;
  private final Clock clock;

  IssueToken(ApiTokenStore store, Memberships memberships, Once once, Clock clock) {
    this.store = store;
    this.memberships = memberships;
    this.once = once;
    this.clock = clock;
  }

  Uni<TokenView> issue(TokenDraft draft, UUID user, @Nullable String idempotencyKey) {
    List<FieldError> faults = draft.faults();
    if (!faults.isEmpty()) {
      throw new ProblemException(Problems.INVALID, "The token can't be made like this.")
          .with(faults.toArray(FieldError[]::new));
    }
    UUID workspace = draft.workspace().orElseThrow(ProblemException::notFound);
    return memberships
        .role(user, workspace)
        .map(role -> role.orElseThrow(ProblemException::notFound))
        .invoke(role -> refuse(draft, role))
        .chain(() ->
            once.run(
                new Once.Asked(user, idempotencyKey, "POST /api/tokens", draft),
                workspace,
                TokenView.class,
                connection -> {
                  TokenText text = fresh();
                  ApiToken token = token(draft, user, workspace, text);
                  return store
                      .insert(connection, token, text.hash())
                      .replaceWith(TokenView.of(token, text.text()));
                }));
  }

  private ApiToken token(TokenDraft draft, UUID user, UUID workspace, TokenText text) {
    Instant now = clock.instant();
    return new ApiToken(
        Ids.next(),
        workspace,
        user,
        Objects.requireNonNull(draft.name()).strip(),
        draft.wantedRole(),
        text.ending(),
        now,
        now.plus(Duration.ofDays(draft.days())));
  }

  private static void refuse(TokenDraft draft, Role role) {
    if (!role.atLeast(Role.ADMIN)) {
      throw new ProblemException(
          Problems.FORBIDDEN,
          "Tokens are made by an admin or owner; you are " + role.word() + ". Ask one of them.");
    }
    if (!role.atLeast(draft.wantedRole())) {
      throw ProblemException.invalid(
          "role", "is more than you are yourself", "Give at most " + role.word() + ".");
    }
  }

  private static TokenText fresh() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return TokenText.of(random);
  }
}
