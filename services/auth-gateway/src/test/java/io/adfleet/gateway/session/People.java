package io.adfleet.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Signs people in as quarkus-oidc does once Keycloak has vouched for them. */
@ApplicationScoped
public class People {

  private final Sessions sessions;

  People(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The cookie of a person nobody met before. */
  public String somebodyNew() {
    String subject = UUID.randomUUID().toString();
    return signIn(subject, subject + "@adfleet.test", "sid-" + subject);
  }

  public String signIn(String subject, String email, String providerSession) {
    return signIn(
        new Sessions.SignedIn(subject, email, true, providerSession, "header.payload.signature"));
  }

  /** The cookie of somebody who says that is their address; Keycloak doesn't know. */
  public String somebodyUnconfirmed(String subject, String email) {
    return signIn(
        new Sessions.SignedIn(subject, email, false, "sid-" + subject, "header.payload.signature"));
  }

  private String signIn(Sessions.SignedIn person) {
    return sessions.open(person).await().indefinitely();
  }

  public Optional<String> idToken(String cookie) {
    return sessions.idToken(cookie).await().indefinitely();
  }

  public int keycloakEnds(String providerSession) {
    return sessions.endFromProvider(providerSession, null).await().indefinitely();
  }
}
