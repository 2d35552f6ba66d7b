package io.adfleet.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private final UUID one = UUID.randomUUID();
  private final UUID another = UUID.randomUUID();

  @Test
  void onePersonTakesNoMoreThanTheirShare() {
    Places places = new Places(10, 2);
    assertThat(places.take(one)).isEqualTo(Places.Answer.TAKEN);
    assertThat(places.take(one)).isEqualTo(Places.Answer.TAKEN);
    assertThat(places.take(one)).isEqualTo(Places.Answer.PERSON_HAS_ENOUGH);
    assertThat(places.take(another)).isEqualTo(Places.Answer.TAKEN);
    assertThat(places.taken()).isEqualTo(3);
    places.leave(one);
    assertThat(places.take(one)).isEqualTo(Places.Answer.TAKEN);
    assertThat(places.take(one)).isEqualTo(Places.Answer.PERSON_HAS_ENOUGH);
  }

  @Test
  void allTogetherTakeNoMoreThanThereAre() {
    Places places = new Places(2, 2);
    places.take(one);
    places.take(another);
    assertThat(places.take(UUID.randomUUID())).isEqualTo(Places.Answer.ALL_TAKEN);
    places.leave(another);
    assertThat(places.take(UUID.randomUUID())).isEqualTo(Places.Answer.TAKEN);
    assertThat(places.taken()).isEqualTo(2);
  }
}
