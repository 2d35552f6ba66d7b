package io.adfleet.sandbox.meta.login;

import io.adfleet.sandbox.oauth.Secrets;
import io.adfleet.sandbox.store.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was consented to at Meta and the tokens that came of it; only hashes are kept. */
public final class MetaGrants {

  /** How long a token lives that a code was exchanged for. */
  static final Duration SHORT = Duration.ofSeconds(5_400);

  /** How long a token lives that another token was exchanged for. */
  static final Duration LONG = Duration.ofSeconds(5_183_944);

  private static final int KEPT = 500;

  /** Why a grant works no longer. */
  public enum End {
    APP_REMOVED,
    SESSION_ENDED
  }

  record Grant(String id, List<String> scopes, @Nullable End end) {

    Grant ended(End because) {
      return end == null ? new Grant(id, scopes, because) : this;
    }
  }

  record Token(String hash, String grantId, Instant issuedAt, Instant expiresAt) {}

  record Book(List<Grant> grants, List<Token> tokens) {}

  /**
   * A token that was issued once.
   *
   * @param grantId the grant it belongs to
   * @param expired whether its time is over
   * @param end why its grant works no longer, or null
   */
  public record Standing(
      String grantId,
      List<String> scopes,
      Instant issuedAt,
      Instant expiresAt,
      boolean expired,
      @Nullable End end) {

    /** Whether the token works. */
    public boolean works() {
      return !expired && end == null;
    }
  }

  private final JsonFile<Book> file;
  private final Clock clock;
  private Book book;

  public MetaGrants(Path data, Clock clock) {
    this.file = new JsonFile<>(data.resolve("meta-login.json"), Book.class);
    this.clock = clock;
    this.book = file.read().orElse(new Book(List.of(), List.of()));
  }

  /** How a token stands, or null if it never was one. */
  public synchronized @Nullable Standing standing(String token) {
    String hash = Secrets.hash(token);
    for (Token known : book.tokens()) {
      if (known.hash().equals(hash)) {
        Grant grant = grant(known.grantId());
        return new Standing(
            known.grantId(),
            grant == null ? List.of() : grant.scopes(),
            known.issuedAt(),
            known.expiresAt(),
            !known.expiresAt().isAfter(clock.instant()),
            grant == null ? End.APP_REMOVED : grant.end());
      }
    }
    return null;
  }

  /** A new grant after someone consented. */
  synchronized String grant(List<String> scopes) {
    Grant grant = new Grant(UUID.randomUUID().toString(), List.copyOf(scopes), null);
    List<Grant> grants = new ArrayList<>(book.grants());
    grants.add(grant);
    while (grants.size() > KEPT) {
      grants.removeFirst();
    }
    keep(new Book(List.copyOf(grants), book.tokens()));
    return grant.id();
  }

  /** A token of a grant. */
  synchronized String token(String grantId, Duration life) {
    String token = "EAAS" + Secrets.random(90).replace("-", "Z").replace("_", "D");
    Instant now = clock.instant();
    List<Token> tokens = new ArrayList<>(book.tokens());
    tokens.removeIf(old -> old.expiresAt().plus(LONG).isBefore(now));
    tokens.add(new Token(Secrets.hash(token), grantId, now, now.plus(life)));
    keep(new Book(book.grants(), List.copyOf(tokens)));
    return token;
  }

  /** Ends every grant because the person removed the application; there is one of each. */
  public synchronized void removeApplication() {
    end(grant -> grant.ended(End.APP_REMOVED));
  }

  /** Ends every grant as if its person had changed the password. */
  public synchronized void endAll() {
    end(grant -> grant.ended(End.SESSION_ENDED));
  }

  private void end(UnaryOperator<Grant> change) {
    keep(new Book(book.grants().stream().map(change).toList(), book.tokens()));
  }

  private @Nullable Grant grant(String id) {
    return book.grants().stream().filter(grant -> grant.id().equals(id)).findFirst().orElse(null);
  }

  private void keep(Book next) {
    file.write(next);
    book = next;
  }
}
