/**
 * Who is asking. A session cookie or an API token becomes an identity before any endpoint or
 * service is reached; where the path names a workspace, the identity is the person's role in it.
 * Strangers and workspaces that don't exist get the same answer.
 */
@NullMarked
package io.adfleet.gateway.identity;

import org.jspecify.annotations.NullMarked;
