package io.adfleet.gateway.session;

import io.adfleet.defaults.Problems;
import io.adfleet.gateway.Refusals;
import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.ConnectException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says so when Keycloak can't be reached, instead of a page of internals. */
@ApplicationScoped
class SignInFailures {

  private static final Logger LOG = Logger.getLogger(SignInFailures.class);
  private static final String RETRY_SECONDS = "5";

  private final Refusals refusals;

  SignInFailures(Refusals refusals) {
    this.refusals = refusals;
  }

  void routes(@Observes Router router) {
    router.route("/auth/*").failureHandler(this::explain);
  }

  private void explain(RoutingContext request) {
    if (!unreachable(request.failure())) {
      request.next();
      return;
    }
    LOG.warnf("Nobody can sign in: %s", request.failure());
    request.response().putHeader("Retry-After", RETRY_SECONDS);
    refusals.send(
        request,
        Problems.UNAVAILABLE,
        "Signing in is not possible right now because Keycloak can't be reached. Try again in a"
            + " moment; who is signed in stays so.");
  }

  private static boolean unreachable(@Nullable Throwable failure) {
    for (Throwable f = failure; f != null; f = f.getCause()) {
      if (f instanceof OIDCException || f instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }
}
