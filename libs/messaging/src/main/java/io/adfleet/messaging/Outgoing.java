package io.adfleet.messaging;

import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Intraday;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record to be said.
 *
 * @param key which record it replaces
 * @param order what must stay in sequence; records of the same order share a partition
 * @param workspaceId the tenant; null only of heartbeats
 * @param type the CloudEvents type
 * @param traceparent W3C trace context of what caused it; null where nothing is traced
 */
public record Outgoing(
    UUID id,
    Topic topic,
    String key,
    String order,
    @Nullable UUID workspaceId,
    String type,
    byte[] value,
    @Nullable String traceparent) {

  /** A record of the contract, keyed and ordered as its topic says, in the current trace. */
  public static Outgoing of(Topic topic, Object record) {
    return of(topic, record, Trace.current());
  }

  /** The same in a given trace. */
  public static Outgoing of(Topic topic, Object record, @Nullable String traceparent) {
    return switch (record) {
      case Reading r ->
          slice(topic, r.workspaceId(), r.accountId(), r.slice().key(), r, traceparent);
      case SliceClosed s ->
          slice(topic, s.workspaceId(), s.accountId(), s.slice().key(), s, traceparent);
      case Coverage c ->
          slice(topic, c.workspaceId(), c.accountId(), c.slice().key(), c, traceparent);
      case Daily d ->
          ofAccount(
              topic, d.workspaceId(), d.accountId(), d.entityId() + "|" + d.date(), d, traceparent);
      case Intraday i ->
          ofAccount(
              topic,
              i.workspaceId(),
              i.accountId(),
              i.entityId() + "|" + i.date() + "|" + i.slot(),
              i,
              traceparent);
      case Entity e ->
          ofAccount(topic, e.workspaceId(), e.accountId(), e.entityId().toString(), e, traceparent);
      case AccountState a ->
          slice(
              topic,
              a.workspaceId(),
              a.accountId(),
              a.workspaceId() + "|" + a.accountId(),
              a,
              traceparent);
      case SyncRequested s ->
          slice(
              topic,
              s.workspaceId(),
              s.accountId(),
              s.workspaceId() + "|" + s.accountId(),
              s,
              traceparent);
      case SyncProgress p ->
          ofAccount(topic, p.workspaceId(), p.accountId(), p.jobId().toString(), p, traceparent);
      case Tenancy t ->
          make(
              topic,
              topic.keyOf(t.workspaceId(), t.kind(), t.id()),
              t.workspaceId().toString(),
              t.workspaceId(),
              t,
              traceparent);
      case FleetChanged f ->
          make(
              topic,
              topic.keyOf(f.workspaceId(), f.kind()),
              f.workspaceId().toString(),
              f.workspaceId(),
              f,
              traceparent);
      default ->
          throw new IllegalArgumentException("not a record of the contract: " + record.getClass());
    };
  }

  private static Outgoing ofAccount(
      Topic topic,
      UUID workspace,
      UUID account,
      String rest,
      Object record,
      @Nullable String traceparent) {
    return slice(
        topic, workspace, account, workspace + "|" + account + "|" + rest, record, traceparent);
  }

  private static Outgoing slice(
      Topic topic,
      UUID workspace,
      UUID account,
      String key,
      Object record,
      @Nullable String traceparent) {
    return make(topic, key, workspace + "|" + account, workspace, record, traceparent);
  }

  private static Outgoing make(
      Topic topic,
      String key,
      String order,
      UUID workspace,
      Object record,
      @Nullable String traceparent) {
    return new Outgoing(
        Ids.nextEvent(),
        topic,
        key,
        order,
        workspace,
        Types.of(record),
        Json.bytes(record),
        traceparent);
  }
}
