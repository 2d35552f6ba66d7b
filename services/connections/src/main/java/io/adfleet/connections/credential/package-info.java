/**
 * What platforms entrust us with. A refresh token is sealed with AES-256-GCM under a named key,
 * bound to its workspace and connection, and only opened here: others get access tokens that end
 * within the hour. Keys of earlier days still open.
 */
@NullMarked
package io.adfleet.connections.credential;

import org.jspecify.annotations.NullMarked;
