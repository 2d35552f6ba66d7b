package io.adfleet.dashboard.query;

import io.adfleet.dashboard.Fleet;
import io.restassured.response.ValidatableResponse;

/** Queries of a workspace, written with single quotes. */
final class Asking {

  private Asking() {}

  static ValidatableResponse asked(Fleet fleet, String query) {
    return fleet
        .signedIn()
        .contentType("application/json")
        .body(json(query))
        .post("/api/workspaces/" + fleet.workspace + "/query")
        .then();
  }

  static String json(String query) {
    return query.replace('\'', '"');
  }
}
