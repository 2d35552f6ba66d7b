package io.adfleet.gateway.identity;

import io.adfleet.defaults.Identity;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.adfleet.gateway.session.Sessions;
import io.adfleet.gateway.tenancy.Memberships;
import io.adfleet.gateway.token.ApiTokens;
import io.adfleet.gateway.token.TokenText;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;

/** Lets nobody unknown past it on the paths of machines and scripts. */
@ApplicationScoped
class Door {

  private static final int ORDER = 250;
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Memberships memberships;
  private final Refusals refusals;

  Door(Sessions sessions, ApiTokens tokens, Memberships memberships, Refusals refusals) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.memberships = memberships;
    this.refusals = refusals;
  }

  void open(@Observes Filters filters) {
    filters.register(this::enter, ORDER);
  }

  private void enter(RoutingContext request) {
    if (!Paths.guarded(request.normalizedPath())) {
      request.next();
      return;
    }
    if (!Paths.canonical(request.request().path(), request.normalizedPath())) {
      refusals.notFound(request);
      return;
    }
    if (Paths.open(request.normalizedPath())) {
      request.next();
      return;
    }
    request.request().pause();
    asker(request)
        .chain(asker -> asker.map(a -> placed(request, a)).orElseGet(this::nobody))
        .subscribe()
        .with(placement -> placement.go(request), failure -> refusals.ours(request, failure));
  }

  private Uni<Placement> nobody() {
    return Uni.createFrom()
        .item(request -> {
          request.response().putHeader("WWW-Authenticate", "Bearer realm=\"adfleet\"");
          refusals.send(
              request,
              Problems.NOT_SIGNED_IN,
              "Sign in at /auth/login, or send a valid API token as bearer.");
        });
  }

  private Uni<Optional<Asker>> asker(RoutingContext request) {
    String authorization = request.request().getHeader("Authorization");
    if (authorization != null) {
      boolean ours =
          authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
              && authorization.startsWith(TokenText.PREFIX, BEARER.length());
      return ours
          ? tokens.find(authorization.substring(BEARER.length())).map(b -> b.map(Door::machine))
          : Uni.createFrom().item(Optional.empty());
    }
    Cookie cookie = request.request().getCookie(Sessions.COOKIE);
    return cookie == null
        ? Uni.createFrom().item(Optional.empty())
        : sessions.find(cookie.getValue()).map(s -> s.map(Door::person));
  }

  /** The asker in the workspace the path names, or out. */
  private Uni<Placement> placed(RoutingContext request, Asker asker) {
    Optional<String> named = Paths.workspace(request.normalizedPath());
    if (named.isEmpty()) {
      return Uni.createFrom().item(in(asker));
    }
    Optional<UUID> asked = Paths.uuid(named.get());
    Identity identity = asker.identity();
    UUID confined = identity.session() == null ? identity.workspace() : null;
    if (asked.isEmpty() || (confined != null && !confined.equals(asked.get()))) {
      return Uni.createFrom().item(refusals::notFound);
    }
    if (confined != null) {
      return Uni.createFrom().item(in(asker));
    }
    UUID workspace = asked.get();
    return memberships
        .role(identity.user(), workspace)
        .map(role ->
            role.<Placement>map(r -> in(member(asker, workspace, r))).orElse(refusals::notFound));
  }

  private static Placement in(Asker asker) {
    return request -> {
      asker.attach(request);
      request.next();
    };
  }

  private static Asker person(Sessions.Session session) {
    return new Asker(
        new Identity(session.user(), session.email(), null, null, session.hash()), session.hash());
  }

  private static Asker machine(ApiTokens.Bearer bearer) {
    return new Asker(
        new Identity(bearer.user(), bearer.email(), bearer.workspace(), bearer.role(), null),
        bearer.hash());
  }

  private static Asker member(Asker asker, UUID workspace, Role role) {
    Identity person = asker.identity();
    return new Asker(
        new Identity(person.user(), person.email(), workspace, role, person.session()),
        asker.origin());
  }

  /** Where a request goes once it is known who makes it. */
  private interface Placement {
    void go(RoutingContext request);
  }
}
