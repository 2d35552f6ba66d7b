package io.adfleet.sandbox.google;

import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.oauth.Grants;
import io.adfleet.sandbox.truth.Calls;
import io.adfleet.sandbox.web.PortTakenException;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The gRPC server of Google Ads, version 23, over TLS. */
public final class GrpcDoor implements AutoCloseable {

  private final Server server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Takes the port and starts to answer. */
  public GrpcDoor(
      InetSocketAddress address,
      Path certificate,
      Path key,
      Controls controls,
      Grants grants,
      Faults faults,
      Calls calls)
      throws PortTakenException {
    Access access = new Access(controls.world(), grants, faults, calls);
    File certificateFile = certificate.toFile();
    try {
      server =
          NettyServerBuilder.forAddress(address)
              .useTransportSecurity(certificateFile, key.toFile())
              .executor(threads)
              .intercept(new CallHeaders.Interceptor())
              .addService(new SearchService(controls, access, faults))
              .addService(new CustomersService(access))
              .build()
              .start();
    } catch (IOException e) {
      throw new PortTakenException("Google Ads gRPC", address.getPort());
    }
  }

  /** The port that was taken. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(2, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    threads.shutdown();
  }
}
