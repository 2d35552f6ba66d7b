package io.adfleet.sandbox.oauth;

/** The one application that is registered: its id and secret. */
public record OAuthClient(String id, String secret) {}
