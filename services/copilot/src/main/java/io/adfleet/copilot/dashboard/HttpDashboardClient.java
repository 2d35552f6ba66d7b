package io.adfleet.copilot.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Query;
import io.adfleet.copilot.CopilotConfig;
import io.adfleet.copilot.CopilotProblem;
import io.adfleet.defaults.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Over HTTP, with our own token; a token that isn't taken is renewed once. */
@ApplicationScoped
class HttpDashboardClient implements DashboardClient {

  private static final Logger LOG = Logger.getLogger(HttpDashboardClient.class);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int UNAUTHORIZED = 401;
  private static final int INVALID = 422;

  private final Http http;
  private final ServiceToken ourselves;
  private final URI address;

  HttpDashboardClient(Http http, ServiceToken ourselves, CopilotConfig config) {
    this.http = http;
    this.ourselves = ourselves;
    this.address = config.dashboard().url();
  }

  @Override
  public Uni<DashboardAnswer> ask(UUID workspace, Query query) {
    URI path = address.resolve("/internal/workspaces/" + workspace + "/query");
    byte[] body = Json.bytes(query);
    return post(path, body)
        .chain(answer ->
            answer.statusCode() == UNAUTHORIZED ? post(path, body) : Uni.createFrom().item(answer))
        .onFailure()
        .transform(HttpDashboardClient::away)
        .map(HttpDashboardClient::read);
  }

  private Uni<HttpResponse<byte[]>> post(URI path, byte[] body) {
    return ourselves
        .value()
        .chain(token ->
            http.postJson(path, body, token)
                .invoke(answer -> {
                  if (answer.statusCode() == UNAUTHORIZED) {
                    ourselves.forget(token);
                  }
                }));
  }

  private static DashboardAnswer read(HttpResponse<byte[]> answer) {
    try {
      return switch (answer.statusCode()) {
        case 200 -> Json.read(answer.body(), DashboardAnswer.class);
        case INVALID -> throw refused(Json.mapper().readTree(answer.body()));
        default -> throw away(new IllegalStateException("status " + answer.statusCode()));
      };
    } catch (IOException e) {
      throw away(e);
    }
  }

  private static QueryRefusedException refused(JsonNode problem) {
    JsonNode first = problem.path("errors").path(0);
    return new QueryRefusedException(
        (first.path("reason").asText("It can't be answered.")
                + " "
                + first.path("remedy").asText(""))
            .strip());
  }

  private static ProblemException away(Throwable failure) {
    LOG.warnf("dashboard-query could not be asked: %s", failure);
    return new ProblemException(
            CopilotProblem.FIGURES_UNAVAILABLE,
            "The figures can't be asked for right now. Try again in a few seconds.")
        .retryAfter(SOON);
  }
}
