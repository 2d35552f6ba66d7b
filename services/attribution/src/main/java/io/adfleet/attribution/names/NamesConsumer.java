package io.adfleet.attribution.names;

import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Consuming;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of workspaces, accounts and entities. */
@ApplicationScoped
class NamesConsumer {

  private final Consuming consuming;
  private final KeepNames keepNames;

  NamesConsumer(Consuming consuming, KeepNames keepNames) {
    this.consuming = consuming;
    this.keepNames = keepNames;
  }

  @Incoming("tenancy")
  Uni<Void> hearTenancy(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        Map.of(Types.TENANCY, Tenancy.class),
        decoded ->
            keepNames.workspaces(
                decoded.of(Tenancy.class).stream()
                    .map(heard -> heard.body())
                    .filter(tenancy -> tenancy.kind().equals(Tenancy.WORKSPACE))
                    .map(NamesConsumer::workspace)
                    .toList()));
  }

  @Incoming("accounts")
  Uni<Void> hearAccounts(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        Map.of(Types.ACCOUNT_STATE, AccountState.class),
        decoded ->
            keepNames.accounts(
                decoded.of(AccountState.class).stream()
                    .map(heard -> account(heard.body()))
                    .toList()));
  }

  @Incoming("entities")
  Uni<Void> hearEntities(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        Map.of(Types.ENTITY, Entity.class),
        decoded ->
            keepNames.entities(
                decoded.of(Entity.class).stream().map(heard -> entity(heard.body())).toList()));
  }

  private static KnownWorkspace workspace(Tenancy tenancy) {
    return new KnownWorkspace(
        tenancy.workspaceId(), tenancy.zone(), tenancy.removed(), tenancy.version());
  }

  private static KnownAccount account(AccountState state) {
    return new KnownAccount(
        state.workspaceId(),
        state.accountId(),
        state.platform(),
        state.externalId(),
        state.name(),
        state.currency(),
        state.zone(),
        state.removed(),
        state.version());
  }

  private static KnownEntity entity(Entity entity) {
    return new KnownEntity(
        entity.workspaceId(),
        entity.entityId(),
        entity.accountId(),
        entity.platform(),
        entity.externalId(),
        entity.kind(),
        entity.parentId(),
        entity.name(),
        entity.status(),
        entity.version());
  }
}
