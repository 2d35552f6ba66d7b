package io.adfleet.testing.app;

import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Types;
import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.Heard;
import io.adfleet.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears facts once. */
@ApplicationScoped
public class NotesConsumer {

  private static final Map<String, Class<?>> TYPES = Map.of(Types.TENANCY, Tenancy.class);

  private final Consuming consuming;
  private final Feed feed;
  private final Inbox inbox;
  private final List<Heard<Tenancy>> heard = new CopyOnWriteArrayList<>();

  NotesConsumer(Consuming consuming, Feed feed, Inbox inbox) {
    this.consuming = consuming;
    this.feed = feed;
    this.inbox = inbox;
  }

  @Incoming("notes")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        TYPES,
        decoded -> {
          Uni<Void> all = Uni.createFrom().voidItem();
          for (Heard<Tenancy> one : decoded.of(Tenancy.class)) {
            all = all.chain(() -> once(one));
          }
          return all;
        });
  }

  private Uni<Void> once(Heard<Tenancy> one) {
    return feed.inTransaction(
            connection -> inbox.first(connection, "notes", one.id(), one.body().workspaceId()))
        .invoke(first -> {
          if (first) {
            heard.add(one);
          }
        })
        .replaceWithVoid();
  }

  /** What was heard, each once. */
  public List<Heard<Tenancy>> heard() {
    return heard;
  }
}
