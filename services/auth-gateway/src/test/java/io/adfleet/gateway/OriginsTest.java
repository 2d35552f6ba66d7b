package io.adfleet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {

  private final Origins origins =
      new Origins(URI.create("https://adfleet.example/"), List.of("https://reports.example"));

  @Test
  void ourOwnPageAndToolsThatSayNothingMayWrite() {
    assertThat(origins.ours(null, null)).isTrue();
    assertThat(origins.ours("https://adfleet.example", "same-origin")).isTrue();
  }

  @Test
  void anotherSiteMayNotWrite() {
    assertThat(origins.ours("https://evil.example", null)).isFalse();
    assertThat(origins.ours("http://adfleet.example", null)).isFalse();
    assertThat(origins.ours("null", null)).isFalse();
    assertThat(origins.ours("https://adfleet.example", "same-site")).isFalse();
    assertThat(origins.ours(null, "cross-site")).isFalse();
    assertThat(origins.ours("https://reports.example", null)).isFalse();
  }

  @Test
  void onlyNamedOriginsMayRead() {
    assertThat(origins.welcome("https://reports.example")).isTrue();
    assertThat(origins.welcome("https://adfleet.example.evil")).isFalse();
  }
}
