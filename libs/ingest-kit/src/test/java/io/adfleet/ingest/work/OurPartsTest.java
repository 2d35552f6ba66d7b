package io.adfleet.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class OurPartsTest {

  @Test
  void aBrokerOrDatabaseThatIsAwayIsOurs() {
    assertThat(OurParts.failed(new TimeoutException())).isTrue();
    assertThat(OurParts.failed(new CompletionException(new ConnectException("refused")))).isTrue();
    assertThat(OurParts.failed(new CompletionException(new NotEnoughReplicasException("two"))))
        .isTrue();
    assertThat(OurParts.failed(new PgException("deadlock detected", "ERROR", "40P01", null)))
        .isTrue();
  }

  @Test
  void whatCannotBeReadIsNot() {
    assertThat(OurParts.failed(new NumberFormatException("12 apples"))).isFalse();
    assertThat(OurParts.failed(new CompletionException(new RecordTooLargeException("big"))))
        .isFalse();
  }
}
