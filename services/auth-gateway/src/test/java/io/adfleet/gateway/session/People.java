package io.adfleet.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
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
    return sessions
        .open(new Sessions.SignedIn(subject, email, providerSession, "header.payload.signature"))
        .await()
        .indefinitely();
  }

  public String idToken(String cookie) {
    return sessions.idToken(cookie).await().indefinitely().orElseThrow();
  }

  public int keycloakEnds(String providerSession) {
    return sessions.endFromProvider(providerSession, null).await().indefinitely();
  }
}
