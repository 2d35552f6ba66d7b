package io.adfleet.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

  private final Proxies ours = Proxies.of(List.of("127.0.0.1", " 10.0.0.0/8", "fd00::/8"));

  @Test
  void nobodysWordIsTakenWhereThereAreNoProxies() {
    assertThat(Proxies.of(List.of()).client("203.0.113.7", List.of("6.6.6.6")))
        .isEqualTo("203.0.113.7");
    assertThat(ours.client("203.0.113.7", List.of("6.6.6.6"))).isEqualTo("203.0.113.7");
  }

  @Test
  void whatAClientWroteBeforeItsOwnAddressIsNotBelieved() {
    assertThat(ours.client("127.0.0.1", List.of("6.6.6.6, 203.0.113.7"))).isEqualTo("203.0.113.7");
    assertThat(ours.client("127.0.0.1", List.of("6.6.6.6", "203.0.113.7")))
        .isEqualTo("203.0.113.7");
    assertThat(ours.client("127.0.0.1", List.of("127.0.0.1, 203.0.113.7, 10.1.2.3")))
        .isEqualTo("203.0.113.7");
    assertThat(ours.client("fd00:0:0:0:0:0:0:1", List.of("6.6.6.6, 2001:db8::7, fd00::2")))
        .isEqualTo("2001:db8::7");
  }

  @Test
  void portsThatAProxyAddsAreLeftOut() {
    assertThat(ours.client("127.0.0.1", List.of("203.0.113.7:4711"))).isEqualTo("203.0.113.7");
    assertThat(ours.client("127.0.0.1", List.of("[2001:db8::7]:4711"))).isEqualTo("2001:db8::7");
    assertThat(ours.client("127.0.0.1", List.of("203.0.113.7, 10.0.0.1:80")))
        .isEqualTo("203.0.113.7");
  }

  @Test
  void aProxyThatSaysNothingAsksForItself() {
    assertThat(ours.client("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    assertThat(ours.client("10.0.0.1", List.of(""))).isEqualTo("10.0.0.1");
    assertThat(ours.client("10.0.0.1", List.of("10.0.0.2"))).isEqualTo("10.0.0.2");
  }

  @Test
  void aNameIsNoAddress() {
    assertThatThrownBy(() -> Proxies.of(List.of("proxy.example")))
        .hasMessageContaining("TRUSTED_PROXIES: proxy.example");
  }
}
