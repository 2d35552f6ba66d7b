/**
 * The front door of the fleet. It knows who is asking (a browser's session, an API token), which
 * workspaces they belong to and in which role; everything else it hands, with an internal
 * credential, to the service that owns it. No secret of a person ever passes it.
 */
@NullMarked
package io.adfleet.gateway;

import org.jspecify.annotations.NullMarked;
