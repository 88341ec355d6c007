package dev.messageboard.api.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * First pages of the last second, shared by all viewers. They are handed out only while many ask: a
 * quiet board is always up to date, a busy one is at most a second behind.
 */
@ApplicationScoped
class FirstPages {

  private static final Duration MAX_AGE = Duration.ofSeconds(1);
  private static final long MOST_BYTES = 8L * 1024 * 1024;
  private static final int QUIET_REQUESTS = 10;

  private final Cache<String, PageAnswer> pages =
      Caffeine.newBuilder()
          .expireAfterWrite(MAX_AGE)
          .maximumWeight(MOST_BYTES)
          .weigher((String query, PageAnswer page) -> query.length() + page.json().length)
          .build();
  private final AtomicLong secondBegan = new AtomicLong(System.nanoTime());
  private final AtomicInteger inSecond = new AtomicInteger();

  /** By the query as it was sent. */
  Optional<PageAnswer> recent(String query) {
    return isBusy() ? Optional.ofNullable(pages.getIfPresent(query)) : Optional.empty();
  }

  void keep(String query, PageAnswer answer) {
    pages.put(query, answer);
  }

  private boolean isBusy() {
    long now = System.nanoTime();
    long began = secondBegan.get();
    if (now - began >= MAX_AGE.toNanos() && secondBegan.compareAndSet(began, now)) {
      inSecond.set(0);
    }
    return inSecond.incrementAndGet() > QUIET_REQUESTS;
  }
}
