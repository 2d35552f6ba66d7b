package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.AuthenticationErrorEnum.AuthenticationError;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.oauth.Grants;
import io.adfleet.sandbox.truth.Calls;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask what: token, developer token, the way through a manager, and the account itself. */
final class Access {

  private static final String GOOGLE = Platform.GOOGLE.word();
  private static final String DENIED =
      "User doesn't have permission to access customer. Note: If you're accessing a client"
          + " customer, the manager's customer id must be set in the 'login-customer-id' header.";

  private final World world;
  private final Grants grants;
  private final Faults faults;
  private final Calls calls;

  Access(World world, Grants grants, Faults faults, Calls calls) {
    this.world = world;
    this.grants = grants;
    this.faults = faults;
    this.calls = calls;
  }

  /** The accounts a person reaches without going through a manager. */
  List<Account> roots() {
    return world.accounts().stream()
        .filter(account -> account.platform() == Platform.GOOGLE && account.managerId() == null)
        .toList();
  }

  /** Counts the call and lets it pass if its caller is known. */
  void authenticate(String customerId, String method, String resource) {
    calls.count(GOOGLE, customerId, method, resource);
    CallHeaders headers = CallHeaders.current();
    String authorization = headers.authorization();
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw Failures.unauthenticated(
          AuthenticationError.OAUTH_TOKEN_HEADER_INVALID,
          "Request is missing required authentication credential.");
    }
    switch (grants.standing(authorization.substring(7).strip())) {
      case UNKNOWN ->
          throw Failures.unauthenticated(
              AuthenticationError.OAUTH_TOKEN_INVALID, "The OAuth token is invalid.");
      case EXPIRED ->
          throw Failures.unauthenticated(
              AuthenticationError.OAUTH_TOKEN_EXPIRED, "The OAuth token has expired.");
      case REVOKED ->
          throw Failures.unauthenticated(
              AuthenticationError.OAUTH_TOKEN_REVOKED, "The OAuth token was revoked.");
      case VALID -> {
        // Known, and may go on.
      }
    }
    if (headers.developerToken() == null || headers.developerToken().isBlank()) {
      throw Failures.request(
          RequestError.DEVELOPER_TOKEN_PARAMETER_MISSING, "The header developer-token is missing.");
    }
    faults
        .blocked(GOOGLE, customerId)
        .ifPresent(wait -> {
          throw Failures.quota(wait.seconds());
        });
    faults
        .hit(
            GOOGLE,
            customerId,
            method,
            resource,
            Set.of(
                Fault.Type.QUOTA_EXHAUSTED,
                Fault.Type.PERMISSION_DENIED,
                Fault.Type.TRANSIENT_ERROR,
                Fault.Type.TOKEN_EXPIRED))
        .ifPresent(fault -> {
          throw switch (fault.fault()) {
            case QUOTA_EXHAUSTED -> {
              faults.block(GOOGLE, customerId, new Faults.Wait(fault.retryAfterSeconds(), null));
              yield Failures.quota(fault.retryAfterSeconds());
            }
            case TRANSIENT_ERROR -> Failures.broken();
            case TOKEN_EXPIRED ->
                Failures.unauthenticated(
                    AuthenticationError.OAUTH_TOKEN_EXPIRED, "The OAuth token has expired.");
            default -> Failures.denied(AuthorizationError.USER_PERMISSION_DENIED, DENIED);
          };
        });
  }

  /** The account that is asked, if the caller may ask it. */
  Account open(String customerId) {
    if (!customerId.matches("\\d+")) {
      throw Failures.request(
          RequestError.INVALID_CUSTOMER_ID, "Invalid customer ID '" + customerId + "'.");
    }
    Account account = world.account(customerId);
    if (account == null
        || account.platform() != Platform.GOOGLE
        || !reaches(CallHeaders.current().loginCustomerId(), account)
        || account.status() == Account.Status.NO_PERMISSION) {
      throw Failures.denied(AuthorizationError.USER_PERMISSION_DENIED, DENIED);
    }
    if (account.status() == Account.Status.DISABLED) {
      throw Failures.denied(
          AuthorizationError.CUSTOMER_NOT_ENABLED,
          "The customer account can't be accessed because it is not yet enabled or has been"
              + " deactivated.");
    }
    return account;
  }

  private boolean reaches(@Nullable String loginCustomerId, Account account) {
    if (loginCustomerId == null || loginCustomerId.isEmpty()) {
      return account.managerId() == null;
    }
    if (loginCustomerId.equals(account.id())) {
      return account.managerId() == null;
    }
    for (Account at = account; at != null && at.managerId() != null; ) {
      if (at.managerId().equals(loginCustomerId)) {
        return true;
      }
      at = world.account(at.managerId());
    }
    return false;
  }
}
