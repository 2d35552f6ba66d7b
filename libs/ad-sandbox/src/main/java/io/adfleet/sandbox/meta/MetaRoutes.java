package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.meta.login.Login;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.meta.protocol.GraphException;
import io.adfleet.sandbox.truth.Calls;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.ProblemException;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.web.SilenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /v24.0/…}, whatever the version: Meta's login and the Graph API. */
public final class MetaRoutes {

  private static final Logger LOG = System.getLogger(MetaRoutes.class.getName());
  private static final Pattern VERSIONED = Pattern.compile("/v\\d+\\.\\d+(/.*)?");
  private static final Pattern UNVERSIONED =
      Pattern.compile("/(dialog/oauth|oauth/access_token|debug_token|me/permissions)/?");

  private final Login login;
  private final Access access;
  private final Graph graph;
  private final Usage usage;
  private final Batch batch;
  private final Calls calls;

  public MetaRoutes(Controls controls, Login login, Faults faults, Calls calls, Clock clock) {
    this.login = login;
    this.usage = new Usage(clock);
    this.access = new Access(controls.world(), login, faults, calls, usage);
    this.graph = new Graph(controls, access);
    this.batch = new Batch(this::item);
    this.calls = calls;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    door.onAll(VERSIONED, this::answer)
        .onAll(UNVERSIONED, this::answer)
        .on("POST", "/", this::answer);
  }

  private Answer answer(Request request) {
    if (request.path().matches("(/v[\\d.]+)?/dialog/oauth/?")) {
      return login.dialog(request);
    }
    Visit visit = new Visit(GraphCall.of(request));
    return answer(item(visit));
  }

  /** One call, answered; no exception leaves it but silence. */
  private Batch.Item item(Visit visit) {
    int status = 200;
    Object body;
    try {
      body = body(visit);
    } catch (GraphException failure) {
      status = failure.status();
      body = failure.body(visit.traceId());
    } catch (ProblemException unreadable) {
      GraphException failure = Failures.parameter(String.valueOf(unreadable.getMessage()));
      status = failure.status();
      body = failure.body(visit.traceId());
    } catch (SilenceException silence) {
      throw silence;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A call of the Graph API could not be answered", e);
      GraphException failure = Failures.unexpected();
      status = failure.status();
      body = failure.body(visit.traceId());
    }
    Map<String, Object> headers = new LinkedHashMap<>(usage.headers(visit));
    headers.put("x-fb-trace-id", visit.traceId());
    headers.put("x-fb-request-id", visit.traceId());
    headers.put("facebook-api-version", "v24.0");
    return new Batch.Item(status, headers, body);
  }

  private Object body(Visit visit) {
    GraphCall call = visit.call();
    String path = String.join("/", call.path());
    if (call.method().equals("POST") && call.text("batch") != null && path.isEmpty()) {
      access.identify(visit);
      calls.count("meta", "*", "batch", "");
      return batch.answer(call);
    }
    return switch (path) {
      case "oauth/access_token" -> {
        calls.count("meta", "*", "access_token", call.textOrEmpty("grant_type"));
        yield login.accessToken(call);
      }
      case "debug_token" -> {
        calls.count("meta", "*", "debug_token", "");
        yield login.debugToken(call);
      }
      case "me/permissions" -> {
        access.enter(visit, "*", "permissions", "");
        yield call.method().equals("DELETE") ? login.revoke() : login.permissions(visit.person());
      }
      default -> graph.answer(visit);
    };
  }

  private static Answer answer(Batch.Item item) {
    Answer answer = Answer.json(item.status(), item.body());
    for (Map.Entry<String, Object> header : item.headers().entrySet()) {
      answer = answer.with(header.getKey(), Batch.json(header.getValue()));
    }
    return answer;
  }
}
