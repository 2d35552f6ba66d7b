package io.adfleet.local.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adfleet.contracts.Json;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Keycloak's administrator says, to somebody who plays Keycloak. */
class KeycloakAdminTest {

  private static final String CLIENT =
      """
      {"id": "c1", "clientId": "adfleet-gateway", "secret": "kept",
       "redirectUris": ["http://127.0.0.1:8080/auth/callback"],
       "attributes": {"pkce.code.challenge.method": "S256"}}
      """;

  private final AtomicReference<String> said = new AtomicReference<>();
  private HttpServer keycloak;
  private Settings settings;

  @TempDir Path folder;

  @BeforeEach
  void play() throws IOException {
    for (int base = 21_000; keycloak == null; base += 50) {
      settings =
          Settings.of(
              Map.of(
                  "ADFLEET_ROOT", folder.toString(),
                  "DATA", folder.resolve("data-" + base).toString(),
                  "PORT", Integer.toString(base)));
      var address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.ports().keycloak());
      try {
        keycloak = HttpServer.create(address, 0);
      } catch (BindException taken) {
        continue;
      }
    }
    keycloak.createContext(
        "/realms/master/protocol/openid-connect/token", x -> answer(x, "{\"access_token\":\"t\"}"));
    keycloak.createContext(
        "/admin/realms/adfleet/clients",
        exchange -> {
          if (exchange.getRequestMethod().equals("PUT")) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            said.set(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          } else {
            answer(exchange, "[" + CLIENT + "]");
          }
        });
    keycloak.start();
  }

  @AfterEach
  void stop() {
    keycloak.stop(0);
  }

  @Test
  void aGatewayThatMovedIsToldOfSignOutsWhereItIsNow() throws IOException {
    new KeycloakAdmin(settings).moveGateway("http://127.0.0.1:9080");
    String put = said.get();
    assertNotNull(put);
    String address = "/admin/realms/adfleet/clients/c1 ";
    assertEquals(address, put.substring(0, address.length()));
    JsonNode client = Json.mapper().readTree(put.substring(address.length()));
    assertEquals("kept", client.at("/secret").asText());
    assertEquals("http://127.0.0.1:9080", client.at("/rootUrl").asText());
    assertEquals("http://127.0.0.1:9080/auth/callback", client.at("/redirectUris/0").asText());
    JsonNode attributes = client.get("attributes");
    assertEquals("S256", attributes.get("pkce.code.challenge.method").asText());
    assertEquals("http://127.0.0.1:9080/", attributes.get("post.logout.redirect.uris").asText());
    assertEquals(
        "http://127.0.0.1:9080/auth/backchannel-logout",
        attributes.get("backchannel.logout.url").asText());
    assertEquals("true", attributes.get("backchannel.logout.session.required").asText());
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
