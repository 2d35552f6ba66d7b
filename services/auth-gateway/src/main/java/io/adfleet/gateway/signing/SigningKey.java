package io.adfleet.gateway.signing;

import java.security.KeyPair;
import java.time.Instant;

/** A key pair and from when on it signs. */
record SigningKey(String kid, KeyPair pair, Instant signsFrom) {}
