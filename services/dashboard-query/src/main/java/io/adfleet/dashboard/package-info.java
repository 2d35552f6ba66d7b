/**
 * Answers what the ads did: keeps a read model of every figure other services said, and computes
 * every metric from it in one place. It never asks a platform or another service; what it has not
 * heard is null with a reason.
 */
@NullMarked
package io.adfleet.dashboard;

import org.jspecify.annotations.NullMarked;
