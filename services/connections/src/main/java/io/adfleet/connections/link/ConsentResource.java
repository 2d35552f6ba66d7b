package io.adfleet.connections.link;

import io.adfleet.connections.connection.FleetHintsPublisher;
import io.adfleet.connections.link.CompleteConsent.Person;
import io.adfleet.connections.provider.PlatformClient;
import io.adfleet.connections.provider.PlatformClients;
import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where platforms send people back to. */
@Path("/oauth/{platform}/callback")
public class ConsentResource {

  private final PlatformClients platforms;
  private final UseConsent use;
  private final CompleteConsent complete;
  private final FleetHintsPublisher hints;
  private final Caller caller;

  ConsentResource(
      PlatformClients platforms,
      UseConsent use,
      CompleteConsent complete,
      FleetHintsPublisher hints,
      Caller caller) {
    this.platforms = platforms;
    this.use = use;
    this.complete = complete;
    this.hints = hints;
    this.caller = caller;
  }

  @GET
  @AllowSignedIn
  public Uni<Response> callback(
      String platform, @RestQuery @Nullable String code, @RestQuery @Nullable String state) {
    PlatformClient client = platforms.find(platform).orElseThrow(ProblemException::notFound);
    UUID user = caller.user();
    String email = caller.email();
    return use.use(platform, state, user, caller.session())
        .chain(token -> complete.complete(client, new Person(token, user, email), code))
        .invoke(this::hint)
        .map(ConsentResource::home);
  }

  private void hint(Returned returned) {
    if (returned instanceof Returned.Linked linked) {
      hints.connectionChanged(linked.workspace(), linked.connection());
    }
  }

  private static Response home(Returned returned) {
    String page =
        switch (returned) {
          case Returned.Linked linked -> home(linked.workspace(), linked.connection(), null);
          case Returned.Refused refused ->
              home(refused.workspace(), refused.connection(), refused.reason());
        };
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, page)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private static String home(
      UUID workspace, @Nullable UUID connection, Returned.@Nullable Reason reason) {
    return "/?workspace="
        + workspace
        + (connection == null ? "" : "&connection=" + connection)
        + (reason == null ? "" : "&error=" + reason.name().toLowerCase(Locale.ROOT));
  }
}
