package io.adfleet.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adfleet.contracts.Ids;
import io.adfleet.defaults.Feed;
import io.adfleet.gateway.Digests;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.Seal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sign-ins that are alive: a random text in the browser, its SHA-256 in the database. */
@ApplicationScoped
public class Sessions {

  /** The cookie's name is quarkus-oidc's own. */
  public static final String COOKIE = "q_session";

  private static final int BYTES = 32;
  private static final int COOKIE_LENGTH = 43;
  private static final int REMEMBERED = 100_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Somebody whom Keycloak vouches for.
   *
   * @param email what they are shown as
   * @param confirmed whether Keycloak knows that the address is theirs; only then are they found by
   *     it
   * @param providerSession Keycloak's name of its session, by which it later ends ours
   */
  public record SignedIn(
      String subject,
      String email,
      boolean confirmed,
      @Nullable String providerSession,
      String idToken) {}

  /**
   * A live session.
   *
   * @param hash the cookie's SHA-256 in hexadecimal
   */
  public record Session(UUID user, String email, String hash) {}

  private final SessionStore store;
  private final Feed feed;
  private final Seal seal;
  private final Clock clock;
  private final Duration lifetime;
  private final Cache<String, Session> believed;

  Sessions(SessionStore store, Feed feed, Seal seal, Clock clock, GatewayConfig config) {
    this.store = store;
    this.feed = feed;
    this.seal = seal;
    this.clock = clock;
    this.lifetime = config.session().lifetime();
    this.believed =
        Caffeine.newBuilder()
            .expireAfterWrite(config.identity().cached())
            .maximumSize(REMEMBERED)
            .build();
  }

  /** Provisions the person, starts a session and answers what the cookie holds. */
  public Uni<String> open(SignedIn person) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    byte[] key = Digests.sha256(cookie);
    var now = clock.instant();
    return feed.inTransaction(connection ->
            store
                .provision(connection, Ids.next(), person, now)
                .chain(user ->
                    store.insert(
                        connection,
                        key,
                        user,
                        person.providerSession(),
                        seal.seal(person.idToken(), key),
                        now,
                        now.plus(lifetime))))
        .replaceWith(cookie);
  }

  /** The session a cookie names, if it is alive. */
  public Uni<Optional<Session>> find(String cookie) {
    if (cookie.length() != COOKIE_LENGTH) {
      return Uni.createFrom().item(Optional.empty());
    }
    byte[] key = Digests.sha256(cookie);
    String hash = HexFormat.of().formatHex(key);
    Session known = believed.getIfPresent(hash);
    if (known != null) {
      return Uni.createFrom().item(Optional.of(known));
    }
    return store
        .holder(feed.pool(), key, clock.instant())
        .map(holder -> holder.map(h -> new Session(h.user(), h.email(), hash)))
        .invoke(session -> session.ifPresent(s -> believed.put(hash, s)));
  }

  /**
   * The id token Keycloak gave for this session; it is only needed to sign out there. Empty also
   * where it was sealed with another key: then the person signs in again.
   */
  Uni<Optional<String>> idToken(String cookie) {
    byte[] key = Digests.sha256(cookie);
    return store
        .sealedIdToken(feed.pool(), key, clock.instant())
        .map(sealed -> sealed.flatMap(bytes -> seal.tryOpen(bytes, key)));
  }

  /** Ends the session a cookie names. */
  Uni<Void> end(String cookie) {
    byte[] key = Digests.sha256(cookie);
    believed.invalidate(HexFormat.of().formatHex(key));
    return store.delete(feed.pool(), key).replaceWithVoid();
  }

  /** Ends what Keycloak says has ended: one of its sessions, or all of a person. */
  Uni<Integer> endFromProvider(@Nullable String providerSession, @Nullable String subject) {
    believed.invalidateAll();
    if (providerSession != null) {
      return store.deleteOfProviderSession(feed.pool(), providerSession);
    }
    return subject == null ? Uni.createFrom().item(0) : store.deleteOfSubject(feed.pool(), subject);
  }

  Uni<Integer> forgetExpired() {
    return store.deleteExpired(feed.pool(), clock.instant());
  }
}
