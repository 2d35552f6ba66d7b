package io.adfleet.connections.credential;

import io.adfleet.connections.provider.Grant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;

/** Seals what a person consented to. */
@ApplicationScoped
public class KeepCredential {

  private final CredentialStore credentials;
  private final Keyring keyring;

  KeepCredential(CredentialStore credentials, Keyring keyring) {
    this.credentials = credentials;
    this.keyring = keyring;
  }

  /** Replaces the credential of a connection. */
  public Uni<Void> keep(
      SqlConnection c,
      UUID workspace,
      UUID connection,
      String refreshToken,
      Grant grant,
      Instant now) {
    return credentials.put(
        c,
        workspace,
        connection,
        keyring.seal(workspace, connection, refreshToken),
        String.join(" ", new TreeSet<>(grant.scopes())),
        now,
        grant.ends());
  }
}
