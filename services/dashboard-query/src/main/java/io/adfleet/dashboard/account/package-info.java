/**
 * The connected accounts of a workspace, their zones and states, and which dates of them are
 * missing and why. Only accounts that are connected count; a disconnected one keeps its figures for
 * the day it is connected again.
 */
@NullMarked
package io.adfleet.dashboard.account;

import org.jspecify.annotations.NullMarked;
