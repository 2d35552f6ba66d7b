package io.adfleet.attribution.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.attribution.RunningService;
import io.adfleet.attribution.Shop;
import io.adfleet.defaults.Role;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.Tokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RunningService
class PixelKeysResourceIT {

  @Test
  void aKeyIsShownOnceAndKeptAsAHash() throws SQLException {
    Shop shop = new Shop("https://Shop.example:443/", "https://shop.example");
    assertThat(shop.key).matches("pk_[A-Za-z0-9_-]{32}");
    shop.as(Role.ADMIN)
        .get(shop.path("/pixel-keys"))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(shop.keyId))
        .body("items[0].key", nullValue())
        .body("items[0].ending", equalTo(shop.key.substring(shop.key.length() - 4)))
        .body("items[0].origins", equalTo(java.util.List.of("https://shop.example")))
        .body("next_cursor", nullValue());
    try (Connection connection = RealParts.current().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pixel_key::text from pixel_key")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(shop.key);
      }
    }
  }

  @Test
  void onlyAdminsHandleKeys() {
    Shop shop = new Shop();
    for (Role role : new Role[] {Role.VIEWER, Role.ANALYST}) {
      shop.as(role).get(shop.path("/pixel-keys")).then().statusCode(403);
      shop.as(role)
          .contentType("application/json")
          .body("{\"name\":\"x\"}")
          .post(shop.path("/pixel-keys"))
          .then()
          .statusCode(403);
      shop.as(role).delete(shop.path("/pixel-keys/" + shop.keyId)).then().statusCode(403);
    }
    given().get(shop.path("/pixel-keys")).then().statusCode(401);
  }

  @Test
  void keysOfAnotherWorkspaceAreNotFound() {
    Shop mine = new Shop();
    Shop other = new Shop();
    mine.as(Role.OWNER).delete(mine.path("/pixel-keys/" + other.keyId)).then().statusCode(404);
    mine.as(Role.OWNER).get(other.path("/pixel-keys")).then().statusCode(404);
    mine.as(Role.OWNER)
        .get(mine.path("/pixel-keys"))
        .then()
        .body("items.id", not(hasItem(other.keyId)));
    other.send(Shop.event("a")).statusCode(202);
  }

  @Test
  void namesWhatIsWrongWithADraft() {
    UUID workspace = UUID.randomUUID();
    given()
        .auth()
        .oauth2(Tokens.internal("attribution", UUID.randomUUID(), workspace, Role.ADMIN))
        .contentType("application/json")
        .body("{\"name\":\" \",\"origins\":[\"https://ok.example\",\"shop.example\",null]}")
        .post("/api/workspaces/" + workspace + "/pixel-keys")
        .then()
        .statusCode(422)
        .body("errors.field", hasItems("name", "origins[1]", "origins[2]"));
  }

  @Test
  void aNameIsPlainText() {
    UUID workspace = UUID.randomUUID();
    for (String name : new String[] {"Shop\\u0000", "Shop\\ud800", "Sh\\nop"}) {
      given()
          .auth()
          .oauth2(Tokens.internal("attribution", UUID.randomUUID(), workspace, Role.ADMIN))
          .contentType("application/json")
          .body("{\"name\":\"" + name + "\"}")
          .post("/api/workspaces/" + workspace + "/pixel-keys")
          .then()
          .statusCode(422)
          .body("errors.field", equalTo(java.util.List.of("name")));
    }
  }

  @Test
  void everyTenantTableIsForced() {
    RowSecurity.assertEveryTenantTableIsForced(Set.of());
  }
}
