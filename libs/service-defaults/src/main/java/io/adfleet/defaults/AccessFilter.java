package io.adfleet.defaults;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in if the endpoint's declaration allows it. An endpoint that declares nothing is
 * closed to everyone.
 */
public class AccessFilter {

  private final CurrentVertxRequest current;
  private final Identities identities;
  private final ServiceTokens services;

  AccessFilter(CurrentVertxRequest current, Identities identities, ServiceTokens services) {
    this.current = current;
    this.identities = identities;
    this.services = services;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public @Nullable Uni<Response> check(ContainerRequestContext request, ResourceInfo endpoint) {
    if (find(endpoint, AllowAnyone.class) != null) {
      return null;
    }
    RoutingContext routing = current.getCurrent();
    AllowService service = find(endpoint, AllowService.class);
    if (service != null) {
      return services
          .client(routing)
          .map(client -> checkService(client, List.of(service.value()), routing));
    }
    Allow allow = find(endpoint, Allow.class);
    if (allow == null && find(endpoint, AllowSignedIn.class) == null) {
      return Uni.createFrom().item(refuse(Problems.FORBIDDEN, "Nobody may do this."));
    }
    String workspace = request.getUriInfo().getPathParameters().getFirst("workspace");
    return identities
        .identify(routing)
        .map(identity -> checkPerson(identity, allow, workspace, routing));
  }

  private static @Nullable Response checkService(
      @Nullable String client, List<String> allowed, RoutingContext routing) {
    if (client == null) {
      return notSignedIn();
    }
    if (!allowed.contains(client)) {
      return refuse(Problems.FORBIDDEN, "Only " + String.join(", ", allowed) + " may do this.");
    }
    routing.put(Caller.CLIENT_KEY, client);
    return null;
  }

  private static @Nullable Response checkPerson(
      @Nullable Identity identity,
      @Nullable Allow allow,
      @Nullable String workspace,
      RoutingContext routing) {
    if (identity == null) {
      return notSignedIn();
    }
    if (allow != null) {
      UUID asked = uuid(workspace);
      Role role = identity.role();
      if (asked == null || !asked.equals(identity.workspace()) || role == null) {
        return refuse(Problems.NOT_FOUND, ProblemException.notFound().getMessage());
      }
      if (!role.atLeast(allow.value())) {
        return refuse(
            Problems.FORBIDDEN,
            "This needs the role %s; you are %s. An owner or admin can change that."
                .formatted(allow.value().word(), role.word()));
      }
    }
    routing.put(Caller.KEY, identity);
    return null;
  }

  private static Response notSignedIn() {
    return ProblemMappers.answer(
            Problems.NOT_SIGNED_IN, "Sign in, or send a valid token as bearer.", List.of())
        .header("WWW-Authenticate", "Bearer realm=\"adfleet\"")
        .build();
  }

  private static Response refuse(Problems type, String detail) {
    return ProblemMappers.answer(type, detail, List.of()).build();
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null || text.length() != 36
          ? null
          : UUID.fromString(text.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static <A extends Annotation> @Nullable A find(ResourceInfo endpoint, Class<A> type) {
    Method method = endpoint.getResourceMethod();
    if (method == null) {
      return null;
    }
    A found = method.getAnnotation(type);
    return found != null ? found : endpoint.getResourceClass().getAnnotation(type);
  }
}
