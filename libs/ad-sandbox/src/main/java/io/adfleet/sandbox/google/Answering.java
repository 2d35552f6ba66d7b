package io.adfleet.sandbox.google;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs an answer and turns what it throws into the end of the call. */
final class Answering {

  private static final Logger LOG = System.getLogger(Answering.class.getName());

  private Answering() {}

  static void to(StreamObserver<?> observer, Runnable answer) {
    try {
      answer.run();
    } catch (StatusRuntimeException refused) {
      observer.onError(refused);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A call could not be answered", e);
      observer.onError(
          Status.INTERNAL.withDescription("The sandbox failed; see its log.").asRuntimeException());
    }
  }
}
