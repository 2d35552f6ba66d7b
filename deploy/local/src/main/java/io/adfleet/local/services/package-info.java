/**
 * The services of the fleet as this machine runs them: which exist, what each is told by its
 * environment, and when it is ready. Services know nothing about this launcher.
 */
@NullMarked
package io.adfleet.local.services;

import org.jspecify.annotations.NullMarked;
