/** What a command was asked for: folders, ports, passwords, and what the data remembers of them. */
@NullMarked
package io.adfleet.local.settings;

import org.jspecify.annotations.NullMarked;
