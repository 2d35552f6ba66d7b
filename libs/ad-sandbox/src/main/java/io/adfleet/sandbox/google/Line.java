package io.adfleet.sandbox.google;

import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer before it is written as a message.
 *
 * @param account the account that is asked
 * @param entity the entity the row is about; of a budget its first campaign
 * @param client the account beneath a manager that the row is about
 * @param date the date, where the answer is segmented by it
 * @param hour the hour, where the answer is segmented by it
 * @param figures what is said, where metrics are asked for
 */
record Line(
    Account account,
    @Nullable Entity entity,
    @Nullable Client client,
    @Nullable LocalDate date,
    @Nullable Integer hour,
    @Nullable Figures figures) {

  /** An account in the tree of the one that is asked, and how far beneath. */
  record Client(Account account, int level) {}

  Line saying(@Nullable LocalDate onDate, @Nullable Integer inHour, Figures said) {
    return new Line(account, entity, client, onDate, inHour, said);
  }
}
