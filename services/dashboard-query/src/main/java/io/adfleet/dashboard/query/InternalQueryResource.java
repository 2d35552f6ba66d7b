package io.adfleet.dashboard.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.defaults.AllowService;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The same question, asked by another service for a workspace its caller is a member of. */
@Path("/internal/workspaces/{workspace}/query")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InternalQueryResource {

  private final AnswerQuery answerQuery;

  InternalQueryResource(AnswerQuery answerQuery) {
    this.answerQuery = answerQuery;
  }

  @POST
  @AllowService("adfleet-copilot")
  @Operation(hidden = true)
  public Uni<Answer> answer(@PathParam("workspace") UUID workspace, @Nullable JsonNode body) {
    return answerQuery.answer(workspace, QueryResource.valid(body));
  }
}
