package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.ads.googleads.v23.services.GoogleAdsServiceGrpc;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamResponse;
import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.world.Account;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.Set;

/** GoogleAdsService: Search in pages and SearchStream in one flow. */
final class SearchService extends GoogleAdsServiceGrpc.GoogleAdsServiceImplBase {

  private static final String SEARCH = "search";
  private static final String STREAM = "search_stream";

  private final Controls controls;
  private final Access access;
  private final Faults faults;
  private final Pages pages = new Pages();

  SearchService(Controls controls, Access access, Faults faults) {
    this.controls = controls;
    this.access = access;
    this.faults = faults;
  }

  /** A query that was understood, its caller let in, and how it will end. */
  private record Opened(Report.Result result, Optional<Fault> trouble) {

    boolean hangs() {
      return trouble.filter(fault -> fault.fault() == Fault.Type.HANG).isPresent();
    }
  }

  @Override
  public void search(
      SearchGoogleAdsRequest request, StreamObserver<SearchGoogleAdsResponse> observer) {
    Answering.to(
        observer,
        () -> {
          if (request.getPageSize() != 0) {
            throw Failures.request(
                RequestError.PAGE_SIZE_NOT_SUPPORTED,
                "Setting the page size is not supported. Search Responses will have fixed page size"
                    + " of '10000' rows.");
          }
          Opened opened = open(request.getCustomerId(), request.getQuery(), SEARCH);
          if (opened.hangs()) {
            return;
          }
          Pages.Page page = page(request, opened);
          SearchGoogleAdsResponse.Builder answer =
              SearchGoogleAdsResponse.newBuilder().setFieldMask(page.result().writer().mask());
          if (request.getSearchSettings().getReturnTotalResultsCount()) {
            answer.setTotalResultsCount(page.result().lines().size());
          }
          if (!request.getValidateOnly() && !request.getSearchSettings().getOmitResults()) {
            answer.addAllResults(page.result().rows(page.from(), page.to()));
            answer.setNextPageToken(pages.after(page));
          }
          observer.onNext(answer.build());
          observer.onCompleted();
        });
  }

  private Pages.Page page(SearchGoogleAdsRequest request, Opened opened) {
    if (opened.trouble().isPresent()) {
      throw Failures.broken();
    }
    return request.getPageToken().isEmpty()
        ? Pages.first(request.getCustomerId(), request.getQuery(), opened.result())
        : pages.named(request.getPageToken(), request.getCustomerId(), request.getQuery());
  }

  @Override
  public void searchStream(
      SearchGoogleAdsStreamRequest request,
      StreamObserver<SearchGoogleAdsStreamResponse> observer) {
    Answering.to(
        observer,
        () -> {
          Opened opened = open(request.getCustomerId(), request.getQuery(), STREAM);
          new StreamPump(
                  (ServerCallStreamObserver<SearchGoogleAdsStreamResponse>) observer,
                  opened.result(),
                  opened.trouble())
              .start();
        });
  }

  private Opened open(String customerId, String text, String method) {
    Gaql query;
    try {
      query = Gaql.parse(text);
    } catch (StatusRuntimeException misunderstood) {
      access.authenticate(customerId, method, "");
      access.open(customerId);
      throw misunderstood;
    }
    access.authenticate(customerId, method, query.from());
    Account account = access.open(customerId);
    Report.Result result = Report.run(controls.moment(), account, query, Resource.of(query));
    return new Opened(
        result,
        faults.hit(
            "google",
            customerId,
            method,
            query.from(),
            Set.of(Fault.Type.STREAM_DIES, Fault.Type.HANG)));
  }
}
