package io.adfleet.connections.link;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a person came back from the platform. */
sealed interface Returned {

  UUID workspace();

  /** With a consent that holds. */
  record Linked(UUID workspace, UUID connection) implements Returned {}

  /** Without one, or with one that can't be used. */
  record Refused(UUID workspace, @Nullable UUID connection, Reason reason) implements Returned {}

  /** Why; the app has a sentence for each. */
  enum Reason {
    CONSENT_DENIED,
    SCOPE_MISSING,
    NO_REFRESH_TOKEN,
    EXCHANGE_FAILED,
    ACCOUNTS_UNREADABLE
  }
}
