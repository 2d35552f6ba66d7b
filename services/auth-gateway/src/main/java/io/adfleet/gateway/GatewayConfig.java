package io.adfleet.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator decides about the gateway. */
@ConfigMapping(prefix = "adfleet.auth")
public interface GatewayConfig {

  /** Where people reach the gateway; the origin of the page. */
  URI publicUrl();

  /** 32 bytes in hexadecimal; seals sessions, signing keys and stored answers. */
  Optional<String> encryptionKey();

  /** 32 characters or more; protects the state of a sign-in under way. */
  String stateSecret();

  /** Origins of other sites whose scripts may call the API with a token. */
  Optional<List<String>> corsOrigins();

  Session session();

  Identity identity();

  Signing signing();

  Upstreams upstreams();

  Limits limits();

  Live live();

  /** How long a sign-in lasts. */
  interface Session {
    @WithDefault("PT8H")
    Duration lifetime();
  }

  /** How long answers about sessions, tokens and memberships are believed. */
  interface Identity {
    @WithDefault("PT10S")
    Duration cached();
  }

  /** The keys of the internal credential. */
  interface Signing {
    /** How long one key signs. */
    @WithDefault("P30D")
    Duration period();

    @WithDefault("PT2M")
    Duration lifetime();

    @WithDefault("PT1M")
    Duration reused();
  }

  /** Where the services are. */
  interface Upstreams {
    URI connections();

    URI snapshotStore();

    URI dashboardQuery();

    URI attribution();

    URI copilot();

    /** An answer that takes longer is given up. */
    @WithDefault("PT30S")
    Duration patience();

    /** What anybody may send, such as pixel events: requests a service is given at once. */
    @WithDefault("32")
    int openRequests();

    /** And how many more wait for their turn; the rest is asked to come again. */
    @WithDefault("500")
    int openRequestsWaiting();
  }

  /** What one caller may ask for. */
  interface Limits {
    @WithDefault("6000")
    long requestsPerMinuteAndAddress();

    @WithDefault("3000")
    long requestsPerMinuteAndCaller();

    @WithDefault("1048576")
    long bodyBytes();
  }

  /** Pushing hints to open pages. */
  interface Live {
    /** How often it is asked again whether somebody may still listen. */
    @WithDefault("PT1M")
    Duration recheck();

    /** A page that takes nothing for so long is let go; it comes back and asks for everything. */
    @WithDefault("PT30S")
    Duration patience();

    /** Sockets of one replica. */
    @WithDefault("10000")
    int most();

    /** Of them, sockets of one person. */
    @WithDefault("20")
    int mostOfOnePerson();
  }
}
