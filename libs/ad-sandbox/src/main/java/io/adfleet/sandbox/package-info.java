/**
 * The outside world to run against: an ad platform's interfaces, its consent screen and its token
 * server, served from a world of plain CSV files.
 *
 * <p>What the platforms say is one function of a world and an instant; nothing here knows adfleet.
 * The truth can be read, time can be pushed and faults can be ordered, so that tests compare with
 * what was really said.
 */
@NullMarked
package io.adfleet.sandbox;

import org.jspecify.annotations.NullMarked;
