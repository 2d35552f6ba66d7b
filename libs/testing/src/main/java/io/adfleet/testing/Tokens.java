package io.adfleet.testing;

import com.sun.net.httpserver.HttpServer;
import io.adfleet.defaults.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Tokens as the gateway and Keycloak make them, signed with a key of this test run. */
public final class Tokens {

  static final String KEYCLOAK_ISSUER = "http://keycloak.test/realms/adfleet";

  private static final RsaJsonWebKey KEY = key();
  private static final String JWKS_URL = serve();

  private Tokens() {}

  /** The gateway's token for a member of a workspace. */
  public static String internal(
      String service, UUID user, @Nullable UUID workspace, @Nullable Role role) {
    return internal(service, user, workspace, role, null);
  }

  /** The same from a browser session. */
  public static String internal(
      String service,
      UUID user,
      @Nullable UUID workspace,
      @Nullable Role role,
      @Nullable String session) {
    JwtClaims claims = claims("adfleet-gateway", user.toString());
    claims.setAudience(service);
    claims.setClaim("email", "person@adfleet.test");
    if (workspace != null) {
      claims.setClaim("workspace", workspace.toString());
    }
    if (role != null) {
      claims.setStringListClaim("groups", List.of(role.word()));
    }
    if (session != null) {
      claims.setClaim("session", session);
    }
    return sign(claims);
  }

  /** Keycloak's client-credentials token of a service. */
  public static String service(String clientId) {
    JwtClaims claims = claims(KEYCLOAK_ISSUER, "service-account-" + clientId);
    claims.setClaim("azp", clientId);
    return sign(claims);
  }

  /** What Keycloak says through the back channel when one of its sessions has ended. */
  public static String logout(String clientId, String providerSession) {
    JwtClaims claims = claims(KEYCLOAK_ISSUER, UUID.randomUUID().toString());
    claims.setAudience(clientId);
    claims.setGeneratedJwtId();
    claims.setClaim("sid", providerSession);
    claims.setClaim(
        "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return sign(claims);
  }

  static String jwksUrl() {
    return JWKS_URL;
  }

  private static JwtClaims claims(String issuer, String subject) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(2);
    return claims;
  }

  private static String sign(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(KEY.getPrivateKey());
    signature.setKeyIdHeaderValue(KEY.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey key() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("test");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String serve() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys =
          ("{\"keys\":[" + KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}")
              .getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/jwks",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.setExecutor(
          java.util.concurrent.Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "jwks");
            thread.setDaemon(true);
            return thread;
          }));
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
