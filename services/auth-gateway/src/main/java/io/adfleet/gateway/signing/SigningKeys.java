package io.adfleet.gateway.signing;

import io.adfleet.contracts.Ids;
import io.adfleet.defaults.Feed;
import io.adfleet.gateway.GatewayConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys as this replica knows them; renewed by {@link SigningKeysJob}. */
@ApplicationScoped
class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final int BITS = 2048;

  private final SigningKeyStore store;
  private final Feed feed;
  private final Clock clock;
  private final GatewayConfig config;
  private final AtomicReference<@Nullable List<SigningKey>> known = new AtomicReference<>();

  SigningKeys(SigningKeyStore store, Feed feed, Clock clock, GatewayConfig config) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
    this.config = config;
  }

  /** The key that signs now; made if this is the fleet's first start. */
  Uni<SigningKey> current() {
    return ring()
        .map(ring -> ring.current().orElseThrow(() -> new IllegalStateException("no signing key")));
  }

  /** The public halves of the previous, current and next key, as a JSON Web Key Set. */
  Uni<String> published() {
    return ring().map(ring -> published(ring.keys()));
  }

  /** Reads the keys again, makes the missing and forgets the spent ones. */
  Uni<KeyRing> renew() {
    return feed.inTransaction(connection ->
            store
                .lock(connection)
                .chain(() -> store.all(connection))
                .chain(stored ->
                    store
                        .delete(connection, stored.unreadable())
                        .invoke(() -> warn(stored.unreadable()))
                        .chain(() -> completed(connection, stored.keys()))))
        .invoke(known::set)
        .map(keys -> new KeyRing(keys, clock.instant()));
  }

  private Uni<KeyRing> ring() {
    List<SigningKey> keys = known.get();
    return keys == null ? renew() : Uni.createFrom().item(new KeyRing(keys, clock.instant()));
  }

  private Uni<List<SigningKey>> completed(SqlConnection connection, List<SigningKey> keys) {
    KeyRing ring = new KeyRing(keys, clock.instant());
    List<SigningKey> spent = ring.spent();
    if (!spent.isEmpty()) {
      List<SigningKey> kept = keys.stream().filter(k -> !spent.contains(k)).toList();
      return store
          .delete(connection, spent.stream().map(SigningKey::kid).toList())
          .chain(() -> completed(connection, kept));
    }
    if (ring.wanted(config.signing().period()).isEmpty()) {
      return Uni.createFrom().item(ring.keys());
    }
    SigningKey made =
        new SigningKey(Ids.next().toString(), pair(), ring.wanted(config.signing().period()).get());
    List<SigningKey> more =
        java.util.stream.Stream.concat(keys.stream(), java.util.stream.Stream.of(made)).toList();
    return store.insert(connection, made, clock.instant()).chain(() -> completed(connection, more));
  }

  private static void warn(List<String> unreadable) {
    if (!unreadable.isEmpty()) {
      LOG.warnf(
          "%d signing key(s) can't be opened with this ENCRYPTION_KEY; they are given up and a new"
              + " one is made",
          unreadable.size());
    }
  }

  private static String published(List<SigningKey> keys) {
    return new JsonWebKeySet(keys.stream().map(SigningKeys::publicHalf).toList())
        .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private static JsonWebKey publicHalf(SigningKey key) {
    try {
      PublicJsonWebKey half = PublicJsonWebKey.Factory.newPublicJwk(key.pair().getPublic());
      half.setKeyId(key.kid());
      half.setUse("sig");
      half.setAlgorithm("RS256");
      return half;
    } catch (JoseException e) {
      throw new IllegalStateException("the signing key " + key.kid() + " can't be published", e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(BITS);
      return rsa.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has RSA", e);
    }
  }
}
