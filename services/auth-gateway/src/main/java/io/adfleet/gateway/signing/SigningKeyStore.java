package io.adfleet.gateway.signing;

import io.adfleet.gateway.Digests;
import io.adfleet.gateway.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SigningKeyStore {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('signing_key'))";
  private static final String ALL =
      "select kid, public_key, sealed_private, signs_from from signing_key";
  private static final String INSERT =
      """
      insert into signing_key (kid, public_key, sealed_private, signs_from, created_at)
      values ($1, $2, $3, $4, $5)
      """;
  private static final String DELETE = "delete from signing_key where kid = any($1)";

  /**
   * What lies in the database.
   *
   * @param unreadable ids of keys that were sealed with another ENCRYPTION_KEY
   */
  record Stored(List<SigningKey> keys, List<String> unreadable) {}

  private final Seal seal;

  SigningKeyStore(Seal seal) {
    this.seal = seal;
  }

  /** Until the transaction ends no other replica changes the keys. */
  Uni<Void> lock(SqlConnection connection) {
    return connection.query(LOCK).execute().replaceWithVoid();
  }

  Uni<Stored> all(SqlConnection connection) {
    return connection
        .query(ALL)
        .execute()
        .map(rows -> {
          Stored stored = new Stored(new ArrayList<>(), new ArrayList<>());
          rows.forEach(row ->
              read(row)
                  .ifPresentOrElse(
                      stored.keys()::add, () -> stored.unreadable().add(row.getString("kid"))));
          return stored;
        });
  }

  Uni<Void> insert(SqlConnection connection, SigningKey key, Instant now) {
    String secret = Base64.getEncoder().encodeToString(key.pair().getPrivate().getEncoded());
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addString(key.kid())
                .addValue(Buffer.buffer(key.pair().getPublic().getEncoded()))
                .addValue(Buffer.buffer(seal.seal(secret, Digests.sha256(key.kid()))))
                .addValue(key.signsFrom().atOffset(ZoneOffset.UTC))
                .addValue(now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Void> delete(SqlConnection connection, List<String> kids) {
    return kids.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(DELETE)
            .execute(Tuple.of(kids.toArray(String[]::new)))
            .replaceWithVoid();
  }

  private Optional<SigningKey> read(Row row) {
    String kid = row.getString("kid");
    return seal.tryOpen(row.getBuffer("sealed_private").getBytes(), Digests.sha256(kid))
        .map(secret -> read(row, kid, secret));
  }

  private static SigningKey read(Row row, String kid, String secret) {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      return new SigningKey(
          kid,
          new KeyPair(
              rsa.generatePublic(new X509EncodedKeySpec(row.getBuffer("public_key").getBytes())),
              rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)))),
          row.getOffsetDateTime("signs_from").toInstant());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key " + kid + " can't be read", e);
    }
  }
}
