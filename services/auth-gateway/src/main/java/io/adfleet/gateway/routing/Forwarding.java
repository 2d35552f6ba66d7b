package io.adfleet.gateway.routing;

import io.adfleet.defaults.Identity;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.ClientAddress;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.adfleet.gateway.identity.Asker;
import io.adfleet.gateway.signing.InternalTokens;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands a request to the service that answers it, with another credential than it came with. */
@ApplicationScoped
class Forwarding {

  /** What a client says about itself and its way here, and what only the gateway may say. */
  private static final Set<String> SCRUBBED =
      Set.of(
          "Accept-Encoding",
          "Authorization",
          "Cookie",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Real-IP",
          "X-Adfleet-Request",
          "Upgrade",
          "baggage",
          "traceparent",
          "tracestate");

  private final Upstreams upstreams;
  private final ClientAddress addresses;
  private final InternalTokens tokens;
  private final Refusals refusals;

  Forwarding(
      Upstreams upstreams, ClientAddress addresses, InternalTokens tokens, Refusals refusals) {
    this.upstreams = upstreams;
    this.addresses = addresses;
    this.tokens = tokens;
    this.refusals = refusals;
  }

  void routes(@Observes Router router) {
    router.route().handler(this::forward);
    for (String root : Set.of("/api", "/api/*", "/v1", "/v1/*", "/oauth", "/oauth/*")) {
      router.route(root).last().handler(refusals::notFound);
    }
  }

  private void forward(RoutingContext request) {
    Optional<Target> target = Target.of(request.normalizedPath());
    if (target.isEmpty()) {
      request.next();
      return;
    }
    String path = request.normalizedPath();
    Upstream upstream = upstreams.of(target.get(), path);
    if (Paths.open(path)) {
      scrub(request.request(), null);
      upstream.forward(request.request());
      return;
    }
    Asker asker = Asker.of(request);
    if (asker == null) {
      refusals.send(request, Problems.NOT_SIGNED_IN, "Sign in, or send a valid API token.");
      return;
    }
    HttpServerRequest inner = request.request();
    inner.pause();
    tokens
        .token(grant(target.get(), path, asker))
        .subscribe()
        .with(
            token -> {
              scrub(inner, token);
              upstream.forward(inner);
            },
            failure -> refusals.ours(request, failure));
  }

  private void scrub(HttpServerRequest request, @Nullable String token) {
    String client = addresses.of(request);
    MultiMap headers = request.headers();
    SCRUBBED.forEach(headers::remove);
    if (token != null) {
      headers.set("Authorization", "Bearer " + token);
    }
    headers.set("X-Forwarded-For", client);
  }

  private static InternalTokens.Grant grant(Target target, String path, Asker asker) {
    Identity identity = asker.identity();
    boolean placed = Paths.workspace(path).isPresent();
    return new InternalTokens.Grant(
        target.audience(),
        identity.user(),
        Objects.requireNonNullElse(identity.email(), ""),
        asker.origin(),
        identity.session(),
        placed ? identity.workspace() : null,
        placed ? word(identity.role()) : null);
  }

  private static @Nullable String word(@Nullable Role role) {
    return role == null ? null : role.word();
  }
}
