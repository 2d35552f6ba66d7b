package io.adfleet.sandbox.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A campaign or something beneath one. Budgets are micros of the account's currency. */
public record Entity(
    Account account,
    Kind kind,
    String id,
    @Nullable String parentId,
    String name,
    String status,
    @Nullable String channel,
    Budget budget,
    @Nullable LocalDate created,
    @Nullable LocalDate removed,
    Creative creative) {

  /** What may be spent; null where the platform reports none. */
  public record Budget(@Nullable Long daily, @Nullable Long lifetime, @Nullable String sharedId) {}

  /** What an ad shows. */
  public record Creative(
      @Nullable String name, @Nullable String type, @Nullable String thumbnailUrl) {}

  Entity named(String newName) {
    return new Entity(
        account, kind, id, parentId, newName, status, channel, budget, created, removed, creative);
  }

  Entity in(String newStatus) {
    return new Entity(
        account, kind, id, parentId, name, newStatus, channel, budget, created, removed, creative);
  }

  Entity spending(@Nullable Long daily) {
    return new Entity(
        account,
        kind,
        id,
        parentId,
        name,
        status,
        channel,
        new Budget(daily, budget.lifetime(), budget.sharedId()),
        created,
        removed,
        creative);
  }
}
