package io.adfleet.connections.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Where calls that block are made: each on a virtual thread, answered on the caller's context. */
final class Away implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  <T> Uni<T> call(Supplier<T> call) {
    return Uni.createFrom()
        .deferred(() -> {
          Context caller = Vertx.currentContext();
          Uni<T> answer = Uni.createFrom().item(call).runSubscriptionOn(threads);
          return caller == null
              ? answer
              : answer.emitOn(task -> caller.runOnContext(ignored -> task.run()));
        });
  }

  Uni<Void> run(Runnable call) {
    return call(
            () -> {
              call.run();
              return true;
            })
        .replaceWithVoid();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
