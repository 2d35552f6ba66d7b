package io.adfleet.sandbox.meta.protocol;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every way the Graph API says no, with the codes by which a client knows it. */
public final class Failures {

  private static final String OAUTH = "OAuthException";
  private static final String METHOD = "GraphMethodException";
  private static final String LIMITS =
      " For more info, please refer to"
          + " https://developers.facebook.com/docs/graph-api/overview/rate-limiting.";

  private Failures() {}

  /** A parameter cannot be used. */
  public static GraphException parameter(String sentence) {
    return new GraphException(400, OAUTH, 100, null, "(#100) " + sentence);
  }

  /** A parameter of the login cannot be used. */
  public static GraphException login(int code, @Nullable Integer subcode, String sentence) {
    return new GraphException(400, OAUTH, code, subcode, sentence);
  }

  /** The list of fields cannot be read. */
  public static GraphException syntax(String what) {
    return new GraphException(400, OAUTH, 2500, null, "Syntax error \"" + what + "\".");
  }

  /** There is no such field on such a node. */
  public static GraphException noField(String field, String type) {
    return parameter(
        "Tried accessing nonexisting field (" + field + ") on node type (" + type + ")");
  }

  /** There is nothing of that id that the caller may see. */
  public static GraphException unknownObject(String method, String id) {
    return new GraphException(
        400,
        METHOD,
        100,
        33,
        "Unsupported "
            + method.toLowerCase(Locale.ROOT)
            + " request. Object with ID '"
            + id
            + "' does not exist, cannot be loaded due to missing permissions, or does not support"
            + " this operation. Please read the Graph API documentation at"
            + " https://developers.facebook.com/docs/graph-api");
  }

  /** Some of many ids mean nothing. */
  public static GraphException unknownAlias(String id) {
    return new GraphException(
        404, OAUTH, 803, null, "(#803) Some of the aliases you requested do not exist: " + id);
  }

  /** The address leads nowhere. */
  public static GraphException unknownPath(String path) {
    return new GraphException(400, OAUTH, 2500, null, "Unknown path components: /" + path);
  }

  /** The token is missing or was never one. */
  public static GraphException noToken(boolean missing) {
    return new GraphException(
        401,
        OAUTH,
        190,
        null,
        missing
            ? "An access token is required to request this resource."
            : "Invalid OAuth access token - Cannot parse access token");
  }

  /** The token was one. */
  public static GraphException deadToken(int subcode, String sentence) {
    return new GraphException(
        401, OAUTH, 190, subcode, "Error validating access token: " + sentence);
  }

  /** The proof doesn't belong to the token and the application's secret. */
  public static GraphException wrongProof() {
    return new GraphException(
        400, METHOD, 100, null, "Invalid appsecret_proof provided in the API argument");
  }

  /** The account's owner doesn't let the caller in; the code is 200 or 10. */
  public static GraphException denied(int code) {
    return new GraphException(
        403,
        OAUTH,
        code,
        null,
        code == 10
            ? "(#10) Application does not have permission for this action"
            : "(#"
                + code
                + ") Ad account owner has NOT grant ads_management or ads_read permission");
  }

  /** The account is disabled. */
  public static GraphException disabled() {
    return new GraphException(400, OAUTH, 200, null, "(#200) The ad account is disabled.")
        .saying(
            "Ad Account Is Disabled",
            "This ad account was disabled. Open Account Quality to see what can be done.");
  }

  /** Too many calls; which limit was met is in the code. */
  public static GraphException throttled(int code) {
    GraphException failure =
        switch (code) {
          case 4 ->
              new GraphException(400, OAUTH, 4, 1504022, "(#4) Application request limit reached");
          case 17 -> new GraphException(400, OAUTH, 17, 2446079, "User request limit reached");
          case 613 ->
              new GraphException(
                  400,
                  OAUTH,
                  613,
                  1487742,
                  "(#613) Calls to this api have exceeded the rate limit.");
          default ->
              new GraphException(
                  400,
                  OAUTH,
                  code,
                  2446079,
                  "(#"
                      + code
                      + ") There have been too many calls to this ad-account. Wait a bit and try"
                      + " again."
                      + LIMITS);
        };
    return failure
        .passing()
        .saying(
            "Ad Account Has Too Many API Calls",
            "There have been too many calls from this ad-account. Wait a bit and try again.");
  }

  /** Something failed that may work in a moment. */
  public static GraphException passing() {
    return new GraphException(
            500,
            OAUTH,
            2,
            null,
            "(#2) Service temporarily unavailable. An unexpected error has occurred. Please retry"
                + " your request later.")
        .passing();
  }

  /** A page would be too large. */
  public static GraphException reduce() {
    return new GraphException(
        500,
        OAUTH,
        1,
        null,
        "Please reduce the amount of data you're asking for, then retry your request");
  }

  /** An answer would be too large to be given at once. */
  public static GraphException tooManyRows() {
    return new GraphException(400, OAUTH, 100, 1487534, "(#100) Too many rows in the answer.")
        .saying(
            "Too Many Rows",
            "This request asks for too many rows. Ask for fewer dates or fields, or run it as an"
                + " asynchronous report.");
  }

  /** The dates begin before anything is kept. */
  public static GraphException tooLongAgo() {
    return new GraphException(
        400,
        OAUTH,
        3018,
        null,
        "(#3018) The start date of the time range cannot be beyond 37 months from the current"
            + " date");
  }

  /** The report has not run to its end. */
  public static GraphException unfinishedReport() {
    return new GraphException(400, OAUTH, 2601, 1815107, "Error accessing adreport job.")
        .passing()
        .saying(
            "Loading Async Ads Report Failed",
            "Sorry, the report cannot be loaded successfully. Please check if your job status is"
                + " completed instead of failed or running before fetching the data.");
  }

  /** The sandbox itself failed. */
  public static GraphException unexpected() {
    return new GraphException(500, OAUTH, 1, 99, "An unknown error occurred").passing();
  }
}
