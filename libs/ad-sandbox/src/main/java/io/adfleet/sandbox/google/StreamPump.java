package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamResponse;
import io.adfleet.sandbox.control.Fault;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;

/** Sends an answer in messages of 10,000 rows, each only when the caller can take it. */
final class StreamPump {

  private final ServerCallStreamObserver<SearchGoogleAdsStreamResponse> call;
  private final Report.Result result;
  private final String requestId = CallHeaders.current().requestId();
  private final boolean dies;
  private final boolean hangs;
  private final int end;
  private final StatusRuntimeException death = Failures.broken();
  private int sent;
  private boolean begun;
  private boolean done;

  StreamPump(
      ServerCallStreamObserver<SearchGoogleAdsStreamResponse> call,
      Report.Result result,
      Optional<Fault> fault) {
    this.call = call;
    this.result = result;
    this.hangs = fault.filter(f -> f.fault() == Fault.Type.HANG).isPresent();
    this.dies = fault.isPresent() && !hangs;
    int rows = result.lines().size();
    this.end =
        fault.map(f -> f.rows() == null ? (rows + 1) / 2 : Math.min(f.rows(), rows)).orElse(rows);
  }

  /** Begins when the call is ready. */
  void start() {
    call.setOnCancelHandler(() -> {});
    call.setOnReadyHandler(() -> Answering.to(call, this::pump));
  }

  private synchronized void pump() {
    while (!done && call.isReady() && !call.isCancelled()) {
      if (begun && sent == end) {
        done = true;
        finish();
      } else {
        int to = Math.min(sent + Pages.ROWS, end);
        call.onNext(
            SearchGoogleAdsStreamResponse.newBuilder()
                .addAllResults(result.rows(sent, to))
                .setFieldMask(result.writer().mask())
                .setRequestId(requestId)
                .build());
        begun = true;
        sent = to;
      }
    }
  }

  private void finish() {
    if (dies) {
      call.onError(death);
    } else if (!hangs) {
      call.onCompleted();
    }
  }
}
