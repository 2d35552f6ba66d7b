package io.adfleet.sandbox.oauth;

import io.adfleet.sandbox.store.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was consented to and the tokens that came of it; only hashes of tokens are kept. */
public final class Grants {

  /** Seconds an access token lives. */
  static final int LIFE_SECONDS = 3599;

  private static final int KEPT = 500;

  /** How a token stands. */
  public enum Standing {
    VALID,
    UNKNOWN,
    EXPIRED,
    REVOKED
  }

  record Grant(
      String id, String clientId, String scope, List<String> refreshHashes, boolean revoked) {

    Grant withRefresh(String hash) {
      List<String> more = new ArrayList<>(refreshHashes);
      more.add(hash);
      return new Grant(id, clientId, scope, more, revoked);
    }

    Grant asRevoked() {
      return new Grant(id, clientId, scope, refreshHashes, true);
    }
  }

  record Access(String hash, String grantId, Instant expiresAt) {}

  record Book(List<Grant> grants, List<Access> accesses) {}

  private final JsonFile<Book> file;
  private final Clock clock;
  private Book book;

  public Grants(Path data, Clock clock) {
    this.file = new JsonFile<>(data.resolve("oauth.json"), Book.class);
    this.clock = clock;
    this.book = file.read().orElse(new Book(List.of(), List.of()));
  }

  /** How the access token of a request stands. */
  public synchronized Standing standing(String accessToken) {
    String hash = Secrets.hash(accessToken);
    for (Access access : book.accesses()) {
      if (access.hash().equals(hash)) {
        Grant grant = grant(access.grantId());
        if (grant == null || grant.revoked()) {
          return Standing.REVOKED;
        }
        return access.expiresAt().isAfter(clock.instant()) ? Standing.VALID : Standing.EXPIRED;
      }
    }
    return Standing.UNKNOWN;
  }

  /** Whether that client holds a refresh token that works. */
  synchronized boolean holdsRefreshToken(String clientId) {
    return book.grants().stream()
        .anyMatch(grant ->
            grant.clientId().equals(clientId)
                && !grant.revoked()
                && !grant.refreshHashes().isEmpty());
  }

  /** A new grant after someone consented. */
  synchronized Grant grant(String clientId, String scope) {
    Grant grant = new Grant(UUID.randomUUID().toString(), clientId, scope, List.of(), false);
    List<Grant> grants = new ArrayList<>(book.grants());
    grants.add(grant);
    keep(new Book(grants, book.accesses()));
    return grant;
  }

  /** A refresh token of a grant. */
  synchronized String refreshToken(Grant grant) {
    String token = "1//0" + Secrets.random(48);
    String hash = Secrets.hash(token);
    replace(one -> one.id().equals(grant.id()) ? one.withRefresh(hash) : one);
    return token;
  }

  /** An access token of a grant. */
  synchronized String accessToken(Grant grant) {
    String token = "ya29." + Secrets.random(64);
    List<Access> accesses = new ArrayList<>(book.accesses());
    Instant now = clock.instant();
    accesses.removeIf(access -> access.expiresAt().plusSeconds(86_400).isBefore(now));
    accesses.add(new Access(Secrets.hash(token), grant.id(), now.plusSeconds(LIFE_SECONDS)));
    keep(new Book(book.grants(), accesses));
    return token;
  }

  /** The grant of a refresh token that works, or null. */
  synchronized @Nullable Grant byRefreshToken(String refreshToken) {
    String hash = Secrets.hash(refreshToken);
    return book.grants().stream()
        .filter(grant -> !grant.revoked() && grant.refreshHashes().contains(hash))
        .findFirst()
        .orElse(null);
  }

  /**
   * Ends what the person granted to the client that has this access or refresh token, all of it;
   * false if the token belongs to nothing that works.
   */
  synchronized boolean revoke(String token) {
    String hash = Secrets.hash(token);
    String id =
        book.accesses().stream()
            .filter(access -> access.hash().equals(hash))
            .map(Access::grantId)
            .findFirst()
            .orElse(null);
    String client =
        book.grants().stream()
            .filter(grant -> !grant.revoked())
            .filter(grant -> grant.id().equals(id) || grant.refreshHashes().contains(hash))
            .map(Grant::clientId)
            .findFirst()
            .orElse(null);
    if (client == null) {
      return false;
    }
    replace(grant -> grant.clientId().equals(client) ? grant.asRevoked() : grant);
    return true;
  }

  /** Ends every grant. */
  public synchronized void revokeAll() {
    replace(Grant::asRevoked);
  }

  private void replace(UnaryOperator<Grant> change) {
    keep(new Book(book.grants().stream().map(change).toList(), book.accesses()));
  }

  private @Nullable Grant grant(String id) {
    return book.grants().stream().filter(grant -> grant.id().equals(id)).findFirst().orElse(null);
  }

  private void keep(Book next) {
    List<Grant> grants = new ArrayList<>(next.grants());
    while (grants.size() > KEPT && grants.getFirst().revoked()) {
      grants.removeFirst();
    }
    Book kept = new Book(List.copyOf(grants), List.copyOf(next.accesses()));
    file.write(kept);
    book = kept;
  }
}
