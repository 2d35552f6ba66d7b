/**
 * Linking a workspace to an ad platform: consent, choice of accounts, and parting. A consent is
 * bound to the workspace, the person and the browser session that asked for it, counts once, and
 * ends after ten minutes; its proof key is derived, so nothing secret waits in the database.
 */
@NullMarked
package io.adfleet.connections.link;

import org.jspecify.annotations.NullMarked;
