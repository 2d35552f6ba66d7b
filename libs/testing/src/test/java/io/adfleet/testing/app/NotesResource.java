package io.adfleet.testing.app;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.AllowAnyone;
import io.adfleet.defaults.AllowService;
import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.adfleet.messaging.Outbox;
import io.adfleet.messaging.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service as small as can be: notes of a workspace. */
@Path("/api")
public class NotesResource {

  /** A note to write. */
  public record NewNote(String someText, LocalDate due) {}

  private final Caller caller;
  private final Tenants tenants;
  private final NoteStore store;
  private final Outbox outbox;

  NotesResource(Caller caller, Tenants tenants, NoteStore store, Outbox outbox) {
    this.caller = caller;
    this.tenants = tenants;
    this.store = store;
    this.outbox = outbox;
  }

  @GET
  @Path("/workspaces/{workspace}/notes")
  @Allow(Role.VIEWER)
  public Uni<List<String>> list() {
    return tenants.inWorkspace(caller.workspace(), store::texts);
  }

  @POST
  @Path("/workspaces/{workspace}/notes")
  @Allow(Role.ANALYST)
  public Uni<Map<String, String>> add(NewNote note) {
    UUID workspace = caller.workspace();
    UUID id = Ids.next();
    if (note == null || note.someText() == null || note.someText().isBlank()) {
      throw ProblemException.invalid("some_text", "it is empty", "write something");
    }
    Tenancy fact =
        new Tenancy(
            workspace,
            Tenancy.WORKSPACE,
            id.toString(),
            note.someText(),
            "EUR",
            "Europe/Berlin",
            null,
            false,
            1);
    return tenants
        .inWorkspace(
            workspace,
            connection ->
                store
                    .add(connection, workspace, id, note.someText())
                    .chain(() -> outbox.add(connection, List.of(Outgoing.of(Topic.TENANCY, fact))))
                    .invoke(() -> {
                      if (note.someText().equals("explode")) {
                        throw new IllegalStateException("after the insert");
                      }
                    }))
        .replaceWith(Map.of("id", id.toString()));
  }

  @GET
  @Path("/me")
  @AllowSignedIn
  public Map<String, String> me() {
    return Map.of("user", caller.user().toString());
  }

  @GET
  @Path("/open")
  @AllowAnyone
  public String open() {
    return "open";
  }

  @GET
  @Path("/service")
  @AllowService("adfleet-ingest-google")
  public String service() {
    return caller.client();
  }

  @GET
  @Path("/undeclared")
  public String undeclared() {
    return "never";
  }
}
