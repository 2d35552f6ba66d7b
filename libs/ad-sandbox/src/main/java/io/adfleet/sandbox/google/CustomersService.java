package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.services.CustomerServiceGrpc;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersRequest;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersResponse;
import io.grpc.stub.StreamObserver;

/** CustomerService: the accounts a person reaches. */
final class CustomersService extends CustomerServiceGrpc.CustomerServiceImplBase {

  private final Access access;

  CustomersService(Access access) {
    this.access = access;
  }

  @Override
  public void listAccessibleCustomers(
      ListAccessibleCustomersRequest request,
      StreamObserver<ListAccessibleCustomersResponse> observer) {
    Answering.to(
        observer,
        () -> {
          access.authenticate("*", "list_accessible_customers", "");
          ListAccessibleCustomersResponse.Builder answer =
              ListAccessibleCustomersResponse.newBuilder();
          access.roots().forEach(account -> answer.addResourceNames("customers/" + account.id()));
          observer.onNext(answer.build());
          observer.onCompleted();
        });
  }
}
