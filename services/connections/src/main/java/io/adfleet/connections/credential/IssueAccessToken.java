package io.adfleet.connections.credential;

import io.adfleet.connections.ConnectionsProblem;
import io.adfleet.connections.Moment;
import io.adfleet.connections.connection.ChangeConnection;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionState;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.credential.CredentialStore.Kept;
import io.adfleet.connections.provider.Grant;
import io.adfleet.connections.provider.PlatformClients;
import io.adfleet.connections.provider.PlatformRefusal;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * An access token of a connection. It is asked for once however many wait for it, and handed out
 * again until shortly before it ends, or until the person consents anew.
 */
@ApplicationScoped
public class IssueAccessToken {

  private static final Logger LOG = Logger.getLogger(IssueAccessToken.class);
  private static final Duration COME_BACK = Duration.ofSeconds(15);

  /** A token that lasts for weeks is lent for so long; then it is asked for again. */
  private static final Duration LENT = Duration.ofHours(1);

  private final Tenants tenants;
  private final ConnectionStore connections;
  private final CredentialStore credentials;
  private final Keyring keyring;
  private final PlatformClients platforms;
  private final ChangeConnection change;
  private final Clock clock;
  private final Map<Consent, AccessToken> tokens = new ConcurrentHashMap<>();
  private final Map<Consent, Uni<AccessToken>> asked = new ConcurrentHashMap<>();

  /** A connection as the person authorized it at one time. */
  private record Consent(UUID workspace, UUID connection, Instant at) {}

  private record Opened(Connection connection, Kept credential) {}

  IssueAccessToken(
      Tenants tenants,
      ConnectionStore connections,
      CredentialStore credentials,
      Keyring keyring,
      PlatformClients platforms,
      ChangeConnection change,
      Clock clock) {
    this.tenants = tenants;
    this.connections = connections;
    this.credentials = credentials;
    this.keyring = keyring;
    this.platforms = platforms;
    this.change = change;
    this.clock = clock;
  }

  /** A token that lasts five minutes at least. */
  public Uni<AccessToken> issue(UUID workspace, UUID connection) {
    return issue(workspace, connection, found -> true);
  }

  /** The same, for someone who may only know of connections to one platform. */
  Uni<AccessToken> issue(UUID workspace, UUID connection, String platform) {
    return issue(workspace, connection, found -> found.platform().equals(platform));
  }

  private Uni<AccessToken> issue(UUID workspace, UUID connection, Predicate<Connection> known) {
    return find(workspace, connection, known)
        .chain(opened -> {
          Consent consent = new Consent(workspace, connection, opened.credential().at());
          AccessToken held = tokens.get(consent);
          return held != null && held.lastsAt(clock.instant())
              ? Uni.createFrom().item(held)
              : once(consent, opened);
        });
  }

  private Uni<Opened> find(UUID workspace, UUID id, Predicate<Connection> known) {
    return tenants.inWorkspace(
        workspace,
        c ->
            connections
                .find(c, workspace, id)
                .chain(found -> {
                  Connection connection =
                      found.filter(known).orElseThrow(ProblemException::notFound);
                  if (connection.state() == ConnectionState.NEEDS_REAUTH) {
                    throw needsReauth(connection);
                  }
                  return credentials
                      .find(c, workspace, id)
                      .map(kept ->
                          new Opened(connection, kept.orElseThrow(ProblemException::notFound)));
                }));
  }

  private Uni<AccessToken> once(Consent consent, Opened opened) {
    return asked.computeIfAbsent(
        consent,
        ignored ->
            fetch(consent, opened)
                .onTermination()
                .invoke(() -> asked.remove(consent))
                .memoize()
                .indefinitely());
  }

  private Uni<AccessToken> fetch(Consent consent, Opened opened) {
    Kept kept = opened.credential();
    String credential = keyring.open(consent.workspace(), consent.connection(), kept.sealed());
    Uni<AccessToken> fetched =
        kept.isFresh(clock.instant())
            ? lend(consent, kept, credential)
            : refresh(consent, opened, credential);
    return fetched.invoke(token -> keep(consent, token));
  }

  /** A credential that opens the platform itself. */
  private Uni<AccessToken> lend(Consent consent, Kept kept, String credential) {
    Instant ends = Objects.requireNonNull(kept.endsAt());
    return reseal(consent, kept, credential).replaceWith(lent(credential, ends));
  }

  private Uni<AccessToken> refresh(Consent consent, Opened opened, String credential) {
    Kept kept = opened.credential();
    return platforms
        .of(opened.connection().platform())
        .refresh(credential)
        .call(grant ->
            grant.refreshToken() == null
                ? reseal(consent, kept, credential)
                : renew(consent, kept, grant, grant.refreshToken()))
        .map(grant -> lent(grant.accessToken(), grant.expiresAt()))
        .onFailure(PlatformRefusal.class)
        .recoverWithUni(failure -> {
          PlatformRefusal refusal = (PlatformRefusal) failure;
          boolean passing = refusal.kind() != PlatformRefusal.Kind.REVOKED;
          return passing && kept.lasts(clock.instant())
              ? stillLent(consent, kept, credential, refusal)
              : refused(consent, opened, refusal);
        });
  }

  private Uni<AccessToken> stillLent(
      Consent consent, Kept kept, String credential, PlatformRefusal refusal) {
    LOG.warnf(
        "The credential of connection %s of workspace %s was not renewed, it lasts until %s: %s",
        consent.connection(), consent.workspace(), kept.endsAt(), refusal.getMessage());
    Instant ends = Objects.requireNonNull(kept.endsAt());
    Moment moment = Moment.of(clock);
    return tenants
        .inWorkspace(
            consent.workspace(),
            c -> change(c, consent, before -> before.ending(ends, moment.now()), moment))
        .chain(() -> lend(consent, kept, credential));
  }

  private Uni<Boolean> change(
      SqlConnection c, Consent consent, UnaryOperator<Connection> change, Moment moment) {
    return this.change.change(c, consent.workspace(), consent.connection(), change, moment);
  }

  private AccessToken lent(String text, Instant ends) {
    Instant most = clock.instant().plus(LENT);
    return new AccessToken(text, ends.isBefore(most) ? ends : most);
  }

  private Uni<Void> renew(Consent consent, Kept kept, Grant grant, String successor) {
    Moment moment = Moment.of(clock);
    return tenants.inWorkspace(
        consent.workspace(),
        c ->
            credentials
                .renew(
                    c,
                    consent.workspace(),
                    consent.connection(),
                    kept.at(),
                    keyring.seal(consent.workspace(), consent.connection(), successor),
                    moment.now(),
                    grant.ends())
                .chain(() -> change(c, consent, before -> before.renewed(moment.now()), moment))
                .replaceWithVoid());
  }

  private void keep(Consent consent, AccessToken token) {
    Instant now = clock.instant();
    tokens.values().removeIf(old -> !old.lastsAt(now));
    tokens
        .keySet()
        .removeIf(old ->
            old.connection().equals(consent.connection())
                && old.workspace().equals(consent.workspace()));
    tokens.put(consent, token);
  }

  /** What an earlier key sealed is sealed with the current one when it is used. */
  private Uni<Void> reseal(Consent consent, Kept kept, String refreshToken) {
    return keyring.isCurrent(kept.sealed())
        ? Uni.createFrom().voidItem()
        : tenants.inWorkspace(
            consent.workspace(),
            c ->
                credentials.reseal(
                    c,
                    consent.workspace(),
                    consent.connection(),
                    kept.at(),
                    keyring.seal(consent.workspace(), consent.connection(), refreshToken)));
  }

  private Uni<AccessToken> refused(Consent consent, Opened opened, PlatformRefusal refusal) {
    Connection connection = opened.connection();
    LOG.warnf(
        "No access token for connection %s of workspace %s: %s",
        connection.id(), connection.workspaceId(), refusal.getMessage());
    if (refusal.kind() != PlatformRefusal.Kind.REVOKED) {
      throw new ProblemException(
              ConnectionsProblem.PLATFORM_UNAVAILABLE,
              "The platform's token endpoint refused or didn't answer; ask again later.")
          .retryAfter(COME_BACK);
    }
    tokens.remove(consent);
    Moment moment = Moment.of(clock);
    return tenants
        .inWorkspace(
            consent.workspace(),
            c ->
                change(
                    c,
                    consent,
                    before ->
                        before.authorizedAt().equals(connection.authorizedAt())
                            ? before.refused(moment.now())
                            : before,
                    moment))
        .map(changed -> {
          throw needsReauth(connection);
        });
  }

  private static ProblemException needsReauth(Connection connection) {
    return new ProblemException(
        ConnectionsProblem.NEEDS_REAUTH,
        "The consent behind connection "
            + connection.id()
            + " is gone; its person has to authorize it again.");
  }
}
