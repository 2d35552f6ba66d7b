package io.adfleet.attribution.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adfleet.attribution.AttributionConfig;
import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds whose key it is. What was found, and that nothing was, is believed for a while, so that a
 * flood of one key doesn't reach the database; a deleted key is forgotten here at once, in other
 * instances when their memory ends.
 */
@ApplicationScoped
public class FindPixelKey {

  private static final int REMEMBERED = 10_000;

  private final Feed feed;
  private final PixelKeyStore store;
  private final Cache<ByteBuffer, Optional<PixelKey>> found;

  FindPixelKey(Feed feed, PixelKeyStore store, AttributionConfig config) {
    this.feed = feed;
    this.store = store;
    this.found =
        Caffeine.newBuilder()
            .expireAfterWrite(config.pixel().keyMemory())
            .maximumSize(REMEMBERED)
            .build();
  }

  public Uni<Optional<PixelKey>> find(KeyText text) {
    if (!text.isWellFormed()) {
      return Uni.createFrom().item(Optional.empty());
    }
    byte[] hash = text.hash();
    ByteBuffer key = ByteBuffer.wrap(hash);
    Optional<PixelKey> remembered = found.getIfPresent(key);
    return remembered != null
        ? Uni.createFrom().item(remembered)
        : store.ofHash(feed.pool(), hash).invoke(looked -> found.put(key, looked));
  }

  void forget(byte[] hash) {
    found.invalidate(ByteBuffer.wrap(hash));
  }
}
