/**
 * What other services call workspaces, accounts and entities: what a credit will name. The newest
 * version of each stands, so the topics may be heard again from their start.
 */
@NullMarked
package io.adfleet.attribution.names;

import org.jspecify.annotations.NullMarked;
