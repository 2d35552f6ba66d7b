package io.adfleet.dashboard.account;

import io.adfleet.defaults.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts a question is about; absent parts select all. */
public record AccountFilter(
    @Nullable String platform, @Nullable String client, @Nullable String account) {

  private static final Set<String> PLATFORMS = Set.of("google", "meta");

  /** Those of the accounts that match; refuses what names nothing. */
  Accounts of(Accounts known) {
    if (isSet(client)) {
      throw ProblemException.invalid(
          "client",
          "There is no such client in this workspace.",
          "Leave it away; accounts are not linked to clients yet.");
    }
    UUID wanted = isSet(account) ? accountIn(known, account) : null;
    List<Account> found =
        onPlatform(known.all().stream())
            .filter(candidate -> wanted == null || candidate.id().equals(wanted))
            .toList();
    return new Accounts(known.workspace(), found);
  }

  private Stream<Account> onPlatform(Stream<Account> all) {
    if (!isSet(platform)) {
      return all;
    }
    if (!PLATFORMS.contains(platform)) {
      throw ProblemException.invalid(
          "platform", "There is no such platform.", "Use google or meta, or leave it away.");
    }
    return all.filter(account -> account.platform().equals(platform));
  }

  private static UUID accountIn(Accounts known, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (known.find(id).isPresent()) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw noSuchAccount();
    }
    throw noSuchAccount();
  }

  private static ProblemException noSuchAccount() {
    return ProblemException.invalid(
        "account",
        "There is no such connected account in this workspace.",
        "Use the account_id of a connected account.");
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
