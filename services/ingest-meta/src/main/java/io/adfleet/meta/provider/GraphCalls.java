package io.adfleet.meta.provider;

import com.facebook.ads.sdk.APIConfig;
import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINode;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.ingest.platform.AdAccount;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import io.adfleet.ingest.quota.Operations;
import io.adfleet.ingest.token.AccessTokens;
import io.adfleet.meta.MetaConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Single calls of the Graph API, each counted, held back while a limit is nearly used up, and made
 * with the token of the account's connection. The answer is handed on as it came: turning rows into
 * the library's objects costs five times what reading them does.
 */
@ApplicationScoped
class GraphCalls {

  private static final Set<Integer> DISABLED = Set.of(2, 101, 202);

  private final AccessTokens tokens;
  private final Operations operations;
  private final Usage usage;
  private final MetaConfig.Graph config;

  GraphCalls(AccessTokens tokens, Operations operations, Usage usage, MetaConfig config) {
    this.tokens = tokens;
    this.operations = operations;
    this.usage = usage;
    this.config = config.graph();
    // The library keeps its way to send for the whole process.
    APIRequest.changeRequestExecutor(new GraphExecutor(this.config));
  }

  /** Reads a node or what hangs on it. */
  String get(AdAccount account, String kind, String path, Map<String, Object> parameters) {
    return call(account, kind, "GET", path, parameters);
  }

  /** Orders something. */
  String post(AdAccount account, String kind, String path, Map<String, Object> parameters) {
    return call(account, kind, "POST", path, parameters);
  }

  /** An answer as a tree. */
  static JsonNode tree(String answer) {
    try {
      return Json.mapper().readTree(answer);
    } catch (IOException e) {
      throw new PlatformException(Failures.passing("unreadable_answer"), e);
    }
  }

  private String call(
      AdAccount account, String kind, String method, String path, Map<String, Object> parameters) {
    AccessTokens.Token token = tokens.of(account.workspaceId(), account.connectionId());
    try {
      return send(account, kind, method, path, parameters, token);
    } catch (PlatformException e) {
      return switch (e.failure().kind()) {
        case NEEDS_REAUTH -> {
          tokens.forget(account.connectionId(), token);
          AccessTokens.Token other = tokens.of(account.workspaceId(), account.connectionId());
          if (other.value().equals(token.value())) {
            throw e;
          }
          yield send(account, kind, method, path, parameters, other);
        }
        case NO_PERMISSION -> throw explained(account, e, token);
        default -> throw e;
      };
    }
  }

  /** Meta has one code for an account that may not be read and for one that is switched off. */
  private PlatformException explained(
      AdAccount account, PlatformException refused, AccessTokens.Token token) {
    try {
      String answer =
          send(account, "account", "GET", node(account), Map.of("fields", "account_status"), token);
      return DISABLED.contains(tree(answer).path("account_status").asInt())
          ? new PlatformException(Failures.disabled(refused.failure().code()), refused)
          : refused;
    } catch (PlatformException e) {
      return e.failure().kind() == FailureKind.NO_PERMISSION ? refused : e;
    }
  }

  /** The account's own node. */
  static String node(AdAccount account) {
    return "act_" + account.externalId();
  }

  private String send(
      AdAccount account,
      String kind,
      String method,
      String path,
      Map<String, Object> parameters,
      AccessTokens.Token token) {
    usage.check(account.externalId());
    operations.count(kind);
    AtomicReference<String> answer = new AtomicReference<>();
    APIRequest.ResponseParser<APINode> asItCame =
        (body, context, request, headers) -> {
          answer.set(body);
          usage.heard(account.externalId(), Load.of(headers));
          return new APINodeList<>(request, body, headers);
        };
    String base = config.url().toString().replaceAll("/$", "");
    APIContext context =
        new APIContext(
            base,
            base,
            APIConfig.DEFAULT_API_VERSION,
            token.value(),
            config.appSecret().orElse(null),
            config.appId(),
            false);
    int slash = path.indexOf('/');
    try {
      new APIRequest<>(
              context,
              slash < 0 ? path : path.substring(0, slash),
              slash < 0 ? "/" : path.substring(slash),
              method,
              asItCame)
          .setParams(new HashMap<>(parameters))
          .execute();
      return answer.get();
    } catch (APIException e) {
      usage.heard(account.externalId(), Load.of(e.getHeader()));
      Failure failure = Failures.of(e);
      // Its message is the whole answer: the code is enough.
      throw new PlatformException(failure);
    }
  }
}
