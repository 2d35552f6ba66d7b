package io.adfleet.dashboard.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Query;
import io.adfleet.contracts.QueryReader;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/workspaces/{workspace}/query")
public class QueryResource {

  private static final String SCHEMA = "application/schema+json";

  private final AnswerQuery answerQuery;

  QueryResource(AnswerQuery answerQuery) {
    this.answerQuery = answerQuery;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Allow(Role.VIEWER)
  @Operation(summary = "Metrics over some dates, as a total and by platform or campaign")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @APIResponse(responseCode = "422", description = "Every fault with field, reason and remedy")
  public Uni<Answer> answer(
      @PathParam("workspace") UUID workspace,
      @RequestBody(content = @Content(schema = @Schema(implementation = Query.class)))
          @Nullable JsonNode body) {
    return answerQuery.answer(workspace, valid(body));
  }

  @GET
  @Path("/schema")
  @Produces(SCHEMA)
  @Allow(Role.VIEWER)
  @Operation(summary = "The JSON Schema of a query")
  public String schema() {
    return Query.schema();
  }

  /** The question, or everything that is wrong with it. */
  static Query valid(@Nullable JsonNode body) {
    return switch (QueryReader.read(body)) {
      case QueryReader.Valid valid -> valid.query();
      case QueryReader.Invalid invalid ->
          throw new ProblemException(
                  Problems.INVALID,
                  invalid.faults().getFirst().field() + ": " + invalid.faults().getFirst().reason())
              .with(
                  invalid.faults().stream()
                      .map(fault -> new FieldError(fault.field(), fault.reason(), fault.remedy()))
                      .toArray(FieldError[]::new));
    };
  }
}
