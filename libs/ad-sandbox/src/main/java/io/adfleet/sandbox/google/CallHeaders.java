package io.adfleet.sandbox.google;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The headers of a call; the answer carries the request id in its headers and trailers. */
record CallHeaders(
    @Nullable String authorization,
    @Nullable String developerToken,
    @Nullable String loginCustomerId,
    String requestId) {

  private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
  private static final Metadata.Key<String> DEVELOPER_TOKEN = key("developer-token");
  private static final Metadata.Key<String> LOGIN_CUSTOMER_ID = key("login-customer-id");
  private static final Metadata.Key<String> REQUEST_ID = key("request-id");
  private static final CallHeaders NONE = new CallHeaders(null, null, null, "");
  private static final Context.Key<CallHeaders> CURRENT =
      Context.keyWithDefault("google-ads-headers", NONE);

  static CallHeaders current() {
    return CURRENT.get();
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Reads the headers before the service does. */
  static final class Interceptor implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      String id = requestId();
      CallHeaders read =
          new CallHeaders(
              headers.get(AUTHORIZATION),
              headers.get(DEVELOPER_TOKEN),
              headers.get(LOGIN_CUSTOMER_ID),
              id);
      ServerCall<Q, A> named =
          new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata sent) {
              sent.put(REQUEST_ID, id);
              super.sendHeaders(sent);
            }

            @Override
            public void close(Status status, Metadata trailers) {
              trailers.put(REQUEST_ID, id);
              super.close(status, trailers);
            }
          };
      return Contexts.interceptCall(
          Context.current().withValue(CURRENT, read), named, headers, next);
    }

    private static String requestId() {
      byte[] bytes = new byte[16];
      ThreadLocalRandom.current().nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
