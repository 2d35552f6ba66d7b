package io.adfleet.defaults;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who the current request comes from, once {@link AccessFilter} has let it in. */
@RequestScoped
public class Caller {

  static final String KEY = "adfleet.caller";
  static final String CLIENT_KEY = "adfleet.client";

  private final CurrentVertxRequest request;

  Caller(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The workspace of the path, which the caller is a member of. */
  public UUID workspace() {
    UUID workspace = identity().workspace();
    if (workspace == null) {
      throw ProblemException.notFound();
    }
    return workspace;
  }

  public UUID user() {
    return identity().user();
  }

  public @Nullable String email() {
    return identity().email();
  }

  public Role role() {
    Role role = identity().role();
    if (role == null) {
      throw ProblemException.notFound();
    }
    return role;
  }

  /** The fingerprint of the browser session, or null for API tokens. */
  public @Nullable String session() {
    return identity().session();
  }

  /** The calling service, of endpoints with {@link AllowService}. */
  public String client() {
    String client = request.getCurrent().get(CLIENT_KEY);
    if (client == null) {
      throw new IllegalStateException("not called by a service");
    }
    return client;
  }

  /** All that is known. */
  public Identity identity() {
    Identity identity = request.getCurrent().get(KEY);
    if (identity == null) {
      throw new IllegalStateException("nobody signed in");
    }
    return identity;
  }
}
