package io.adfleet.copilot.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.PlainText;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/workspaces/{workspace}/copilot")
public class AskResource {

  private static final int LONGEST = 500;

  private final AskQuestion askQuestion;
  private final Caller caller;
  private final ObjectMapper mapper;

  AskResource(AskQuestion askQuestion, Caller caller, ObjectMapper mapper) {
    this.askQuestion = askQuestion;
    this.caller = caller;
    this.mapper = mapper;
  }

  /** A question in a person's words. */
  public record Ask(@Nullable String question) {}

  @POST
  @Path("/ask")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Allow(Role.VIEWER)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(
      summary = "Answers a question about figures",
      description =
          "Events in order: step (several), query, table, text, done. Where the question can't be"
              + " answered there is neither query nor table and the text says what can be asked;"
              + " error stands in the place of done where something of ours went wrong.")
  @APIResponse(responseCode = "200", description = "A stream of events, their data is JSON")
  @APIResponse(responseCode = "422", description = "No question, too long a one or no plain text")
  public Multi<OutboundSseEvent> ask(
      @PathParam("workspace") UUID workspace, @Nullable Ask ask, @Context Sse sse) {
    String question = valid(ask);
    UUID user = caller.user();
    return Multi.createFrom()
        .emitter(emitter -> {
          Cancellable work =
              askQuestion
                  .ask(workspace, user, question, event -> emitter.emit(written(event, sse)))
                  .subscribe()
                  .with(done -> emitter.complete(), emitter::fail);
          emitter.onTermination(work::cancel);
        });
  }

  private OutboundSseEvent written(AskEvent event, Sse sse) {
    try {
      return sse.newEventBuilder()
          .name(event.event())
          .data(String.class, mapper.writeValueAsString(data(event)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event can't be written", e);
    }
  }

  /** The table and the problem stand for themselves. */
  private static Object data(AskEvent event) {
    return switch (event) {
      case AskEvent.Tabled tabled -> tabled.table();
      case AskEvent.Failed failed -> failed.problem();
      default -> event;
    };
  }

  private static String valid(@Nullable Ask ask) {
    String question = ask == null || ask.question() == null ? "" : ask.question().strip();
    if (question.isEmpty()) {
      throw ProblemException.invalid(
          "question", "There is none.", "Ask something, such as \"ROAS last 7 days by platform\".");
    }
    if (question.length() > LONGEST) {
      throw ProblemException.invalid(
          "question",
          "It has " + question.length() + " characters, more than " + LONGEST + ".",
          "Ask in at most " + LONGEST + " characters.");
    }
    if (!PlainText.isText(question)) {
      throw ProblemException.invalid(
          "question", "It holds control characters or halves of one.", "Ask in plain text.");
    }
    return question;
  }
}
