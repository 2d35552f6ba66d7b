package io.adfleet.sandbox;

import io.adfleet.sandbox.oauth.OAuthClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to run.
 *
 * @param world the folder with the world's CSV files
 * @param data the folder in which the start of the world, orders and tokens are kept
 * @param host the address to listen on
 * @param httpPort the port for consent, tokens, truth and control; 0 for any
 * @param grpcPort the port for Google Ads; 0 for any
 * @param tls certificate and key of the gRPC server; null for a certificate made in {@code data}
 * @param client the application that is registered with Google
 * @param metaApp the application that is registered with Meta
 * @param clock what the sandbox takes for now
 */
public record SandboxConfig(
    Path world,
    Path data,
    String host,
    int httpPort,
    int grpcPort,
    @Nullable Tls tls,
    OAuthClient client,
    OAuthClient metaApp,
    Clock clock) {

  /** The same with the local fleet as Meta's application. */
  public SandboxConfig(
      Path world,
      Path data,
      String host,
      int httpPort,
      int grpcPort,
      @Nullable Tls tls,
      OAuthClient client,
      Clock clock) {
    this(world, data, host, httpPort, grpcPort, tls, client, LOCAL_CLIENT, clock);
  }

  /** PEM files of a server: its certificate and its key in PKCS #8. */
  public record Tls(Path certificate, Path key) {}

  /** The application that a local fleet is. */
  public static final OAuthClient LOCAL_CLIENT =
      new OAuthClient("adfleet-local", "adfleet-local-secret");

  /** A setting that cannot be used; its message is one sentence. */
  public static final class InvalidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidException(String sentence) {
      super(sentence);
    }
  }

  /**
   * A sandbox on loopback with free ports, as tests like it. It starts at noon UTC of today, so
   * that no date in Europe or America ends while a test runs.
   */
  public static SandboxConfig forTests(Path world, Path data) {
    Clock real = Clock.systemUTC();
    Instant noon = real.instant().truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
    Clock clock = Clock.offset(real, Duration.between(real.instant(), noon));
    return new SandboxConfig(world, data, "127.0.0.1", 0, 0, null, LOCAL_CLIENT, clock);
  }

  /** The same with another clock. */
  public SandboxConfig withClock(Clock other) {
    return new SandboxConfig(world, data, host, httpPort, grpcPort, tls, client, metaApp, other);
  }

  /** Reads settings; an argument {@code NAME=value} wins over the environment. */
  static SandboxConfig of(String[] arguments, Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new InvalidException(
            "\"" + argument + "\" is not a setting; write NAME=value, for example PORT=8090.");
      }
      settings.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new SandboxConfig(
        Path.of(needed(settings, "WORLD", "the folder of a world")),
        Path.of(needed(settings, "DATA", "the folder in which the sandbox keeps its state")),
        Objects.requireNonNullElse(given(settings, "HOST"), "127.0.0.1"),
        port(settings, "PORT", 8090),
        port(settings, "GRPC_PORT", 8091),
        tls(settings),
        application(settings, "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_REDIRECT_URIS"),
        application(settings, "META_APP_ID", "META_APP_SECRET", "META_REDIRECT_URIS"),
        clock(settings));
  }

  private static OAuthClient application(
      Map<String, String> settings, String id, String secret, String redirects) {
    String addresses = Objects.requireNonNullElse(given(settings, redirects), "");
    return new OAuthClient(
        Objects.requireNonNullElse(given(settings, id), LOCAL_CLIENT.id()),
        Objects.requireNonNullElse(given(settings, secret), LOCAL_CLIENT.secret()),
        Arrays.stream(addresses.split("[,\\s]+")).filter(one -> !one.isEmpty()).toList());
  }

  private static @Nullable Tls tls(Map<String, String> settings) {
    String certificate = given(settings, "TLS_CERT");
    String key = given(settings, "TLS_KEY");
    if (certificate == null && key == null) {
      return null;
    }
    if (certificate == null || key == null) {
      throw new InvalidException("TLS_CERT and TLS_KEY must be set together or not at all.");
    }
    return new Tls(Path.of(certificate), Path.of(key));
  }

  private static Clock clock(Map<String, String> settings) {
    String offset = given(settings, "ADFLEET_CLOCK_OFFSET");
    try {
      return offset == null
          ? Clock.systemUTC()
          : Clock.offset(Clock.systemUTC(), Duration.parse(offset));
    } catch (DateTimeException e) {
      throw new InvalidException(
          "ADFLEET_CLOCK_OFFSET \"" + offset + "\" is not a duration like P1D or PT30M.");
    }
  }

  private static int port(Map<String, String> settings, String name, int otherwise) {
    String port = given(settings, name);
    if (port == null) {
      return otherwise;
    }
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new InvalidException(name + " \"" + port + "\" is not a port.");
    }
    return Integer.parseInt(port);
  }

  private static String needed(Map<String, String> settings, String name, String what) {
    String value = given(settings, name);
    if (value == null) {
      throw new InvalidException(name + " is not set; it names " + what + ".");
    }
    return value;
  }

  private static @Nullable String given(Map<String, String> settings, String name) {
    String value = settings.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
