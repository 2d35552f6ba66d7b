package io.adfleet.gateway.token;

import io.adfleet.defaults.Feed;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a token back. */
@ApplicationScoped
class RevokeToken {

  private final ApiTokenStore store;
  private final ApiTokens tokens;
  private final Tenants tenants;
  private final Feed feed;

  RevokeToken(ApiTokenStore store, ApiTokens tokens, Tenants tenants, Feed feed) {
    this.store = store;
    this.tokens = tokens;
    this.tenants = tenants;
    this.feed = feed;
  }

  /**
   * Deletes one of the person's own tokens.
   *
   * @param only the workspace the caller is confined to; null for a person
   */
  Uni<Void> revoke(UUID token, UUID user, @Nullable UUID only) {
    return store
        .workspaceOf(feed.pool(), user, token)
        .map(workspace ->
            workspace
                .filter(w -> only == null || only.equals(w))
                .orElseThrow(ProblemException::notFound))
        .chain(workspace ->
            tenants.inWorkspace(
                workspace, connection -> store.delete(connection, workspace, user, token)))
        .invoke(hash -> tokens.forget(hash.orElseThrow(ProblemException::notFound)))
        .replaceWithVoid();
  }
}
