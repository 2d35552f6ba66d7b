/**
 * The internal credential: a token of two minutes for one person, one workspace and one service,
 * signed with a key that every replica shares through the database. The next key is published long
 * before it signs, the previous one for as long as its last token lives.
 */
@NullMarked
package io.adfleet.gateway.signing;

import org.jspecify.annotations.NullMarked;
