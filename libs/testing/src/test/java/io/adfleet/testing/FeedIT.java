package io.adfleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.Feed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "probe"),
      @ResourceArg(name = "migrations", value = "src/test/resources/db/migration")
    })
class FeedIT {

  @Inject Feed feed;

  @Test
  void worksUntilAPartIsNotWholeEachInATransactionOfItsOwn() {
    Iterator<Integer> sizes = List.of(3, 3, 2, 3).iterator();
    Set<String> transactions = new HashSet<>();
    int done =
        feed.inParts(
                3,
                connection ->
                    connection
                        .query("select pg_current_xact_id()::text")
                        .execute()
                        .map(rows -> {
                          transactions.add(rows.iterator().next().getString(0));
                          return sizes.next();
                        }))
            .await()
            .atMost(Duration.ofSeconds(20));
    assertThat(done).isEqualTo(8);
    assertThat(transactions).hasSize(3);
  }
}
