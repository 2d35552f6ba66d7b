package io.adfleet.gateway.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceDraftTest {

  @Test
  void aNewWorkspaceNeedsNameCurrencyAndZone() {
    assertThat(fields(new WorkspaceDraft(null, null, null).faultsOfNew()))
        .containsExactly("name", "currency", "zone");
    assertThat(new WorkspaceDraft("Bikes", "EUR", "Europe/Berlin").faultsOfNew()).isEmpty();
  }

  @Test
  void aChangeMayLeaveOutWhatStays() {
    assertThat(new WorkspaceDraft("Bikes", null, null).faults()).isEmpty();
    assertThat(new WorkspaceDraft("Bikes", null, null).touchesMoneyOrTime()).isFalse();
    assertThat(new WorkspaceDraft(null, null, "UTC").touchesMoneyOrTime()).isTrue();
  }

  @Test
  void knowsOnlyRealCurrenciesAndZones() {
    for (String currency : List.of("eur", "EURO", "XXX", "ZZZ", "", "€")) {
      assertThat(fields(new WorkspaceDraft(null, currency, null).faults()))
          .as(currency)
          .containsExactly("currency");
    }
    for (String zone : List.of("Berlin", "europe/berlin", "CEST", "+02:00", "SystemV/EST5", "")) {
      assertThat(fields(new WorkspaceDraft(null, null, zone).faults()))
          .as(zone)
          .containsExactly("zone");
    }
    assertThat(new WorkspaceDraft(null, "JPY", "America/Argentina/Buenos_Aires").faults())
        .isEmpty();
  }

  @Test
  void aNameIsReadable() {
    for (String name : List.of("", "  ", "x".repeat(101), "a\u0000b", "a\nb", "\ud83d")) {
      assertThat(fields(new WorkspaceDraft(name, null, null).faults())).containsExactly("name");
    }
    assertThat(new WorkspaceDraft("  Bikes ", null, null).cleanName()).isEqualTo("Bikes");
  }

  private static List<String> fields(List<FieldError> faults) {
    return faults.stream().map(FieldError::field).toList();
  }
}
