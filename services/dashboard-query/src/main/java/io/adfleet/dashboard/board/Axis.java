package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.metric.Sums;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buckets of a chart, and what of an account falls into each. */
sealed interface Axis permits DayAxis, TimeAxis {

  String granularity();

  /** Start of each bucket in account-local wall time. */
  List<String> starts();

  /** From when increments of a single date are known; null from its midnight on. */
  @Nullable String availableFrom();

  /** One entry per bucket: null where nothing of the account is known. */
  List<@Nullable Sums> series(Account account);
}
