package io.adfleet.attribution.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {

  @Test
  void keepsThePlaceTheCampaignAndTheClickAndNothingElse() {
    PageAddress page =
        PageAddress.of(
            "https://shop.example/a/b?email=a%40b.c&utm_source=google&utm_campaign=Spring+%26+more"
                + "&utm_source=again&gclid=G%2D1&token=t&utm_term=#section?utm_content=x");
    assertThat(page.place()).isEqualTo("https://shop.example/a/b");
    assertThat(page.utm())
        .isEqualTo(Map.of("utm_source", "google", "utm_campaign", "Spring & more"));
    assertThat(page.clickIds()).isEqualTo(Map.of("gclid", "G-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          https://shop.example https://shop.example
          https://shop.example#top https://shop.example
          HTTPS://Shop.example:8443/x https://Shop.example:8443/x
          https://user:secret@shop.example/x https://shop.example/x
          https://shop.example/a|b[c] https://shop.example/a|b[c]
          """)
  void keepsThePlace(String address, String place) {
    assertThat(PageAddress.of(address).place()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "/relative",
    "shop.example",
    "data:text/html",
    "https://",
    "''"
  })
  void keepsNothingOfWhatIsNoPage(String address) {
    assertThat(PageAddress.of(address)).isEqualTo(PageAddress.NONE);
  }

  @Test
  void aStrayPercentSignIsTakenAsItStands() {
    assertThat(PageAddress.of("https://a.example/?utm_source=100%&utm_medium=%0Ax").utm())
        .isEqualTo(Map.of("utm_source", "100%"));
  }

  @Test
  void cutsWhatIsTooLong() {
    PageAddress page =
        PageAddress.of("https://a.example/" + "x".repeat(1_000) + "?gclid=" + "g".repeat(501));
    assertThat(page.place()).hasSize(500);
    assertThat(page.clickIds()).isEmpty();
  }

  @Test
  void cutsNoCharacterInHalves() {
    String start = "https://a.example/" + "x".repeat(481);
    assertThat(PageAddress.of(start + "\uD83D\uDE00y").place()).isEqualTo(start);
    String shorter = start.substring(0, 498);
    assertThat(PageAddress.of(shorter + "\uD83D\uDE00y").place())
        .isEqualTo(shorter + "\uD83D\uDE00");
  }
}
