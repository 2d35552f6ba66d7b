/**
 * Says again what was set aside: records that no consumer could handle go back to the topic they
 * came from, once what was wrong with their reader is mended.
 */
@NullMarked
package io.adfleet.local.replay;

import org.jspecify.annotations.NullMarked;
