package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.PlainText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a workspace to be. A field left out stays as it is; of a new workspace all
 * are needed.
 */
public record WorkspaceDraft(
    @Nullable String name, @Nullable String currency, @Nullable String zone) {

  private static final int LONGEST_NAME = 100;

  /** Everything that is wrong with it as a new workspace. */
  List<FieldError> faultsOfNew() {
    List<FieldError> faults = new ArrayList<>();
    if (name == null) {
      faults.add(new FieldError("name", "is missing", "Give the workspace a name."));
    }
    if (currency == null) {
      faults.add(
          new FieldError("currency", "is missing", "Give an ISO 4217 code such as EUR or USD."));
    }
    if (zone == null) {
      faults.add(
          new FieldError("zone", "is missing", "Give an IANA time zone such as Europe/Berlin."));
    }
    faults.addAll(faults());
    return faults;
  }

  /** Everything that is wrong with what is given. */
  List<FieldError> faults() {
    return Stream.of(faultOfName(), faultOfCurrency(), faultOfZone())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether it touches what only an owner may change. */
  boolean touchesMoneyOrTime() {
    return currency != null || zone != null;
  }

  boolean empty() {
    return name == null && currency == null && zone == null;
  }

  /** The name as it is kept. */
  @Nullable String cleanName() {
    return name == null ? null : name.strip();
  }

  private Optional<FieldError> faultOfName() {
    if (name == null) {
      return Optional.empty();
    }
    String clean = name.strip();
    return clean.isEmpty() || clean.length() > LONGEST_NAME || !PlainText.isLine(clean)
        ? Optional.of(
            new FieldError(
                "name",
                "is empty, longer than 100 characters or no plain text",
                "Give a name of 1 to 100 characters."))
        : Optional.empty();
  }

  private Optional<FieldError> faultOfCurrency() {
    if (currency == null || knownCurrency(currency)) {
      return Optional.empty();
    }
    return Optional.of(
        new FieldError(
            "currency",
            "is not a currency",
            "Give an ISO 4217 code in capitals such as EUR or USD."));
  }

  private Optional<FieldError> faultOfZone() {
    if (zone == null || knownZone(zone)) {
      return Optional.empty();
    }
    return Optional.of(
        new FieldError(
            "zone", "is not a time zone", "Give an IANA time zone such as Europe/Berlin or UTC."));
  }

  private static boolean knownCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
  }

  private static boolean knownZone(String id) {
    return ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith("SystemV/");
  }
}
