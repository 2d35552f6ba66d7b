package io.adfleet.local.parts;

import io.adfleet.local.settings.Folders;
import java.util.Map;

/** A PostgreSQL and a Kafka for one test run, on this machine; closing ends what it started. */
public interface RunningParts extends AutoCloseable {

  /** Where the database answers; its superuser needs no password. */
  int postgresPort();

  /** Where clients of the broker begin. */
  String kafkaBootstrap();

  @Override
  void close();

  /**
   * Those of the environment, or started ones.
   *
   * @param durable whether the database waits for the disk, as it does outside tests
   */
  static RunningParts start(Map<String, String> environment, boolean durable) {
    return switch (PartsSource.here(environment)) {
      case GIVEN -> GivenParts.of(environment);
      case BINARIES -> TestParts.start(Folders.of(environment).cache(), durable);
      case CONTAINERS -> ContainerParts.start(durable);
    };
  }
}
