/**
 * A language model behind the port of {@code question}: it may fill in a query and nothing else.
 * What it says is read as any stranger's JSON is; its prose is never shown. It sees the question
 * and no data: no names, no numbers, no other workspace. Off without a key.
 */
@NullMarked
package io.adfleet.copilot.provider;

import org.jspecify.annotations.NullMarked;
