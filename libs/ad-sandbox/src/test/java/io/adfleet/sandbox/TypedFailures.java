package io.adfleet.sandbox;

import com.google.ads.googleads.lib.stubs.callables.ExceptionTransformation;
import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.api.gax.rpc.ApiException;

/** Makes Google's client throw its typed exceptions without the whole façade. */
public final class TypedFailures implements ExceptionTransformation {

  private final GoogleAdsException.Factory factory = new GoogleAdsException.Factory();

  @Override
  public Throwable transform(Throwable thrown) {
    return thrown instanceof ApiException api
        ? factory.createGoogleAdsException(api).<Throwable>map(typed -> typed).orElse(thrown)
        : thrown;
  }
}
