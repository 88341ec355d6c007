package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Readers who never stop asking, and every answer that was not 200. */
final class Traffic implements AutoCloseable {

  private final AtomicInteger answered = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService readers = Executors.newScheduledThreadPool(4);

  private Traffic() {}

  /** Asks for each of the paths once in {@code every}. */
  static Traffic through(FrontDoor door, Duration every, String... paths) {
    var traffic = new Traffic();
    for (var path : paths) {
      traffic.readers.scheduleAtFixedRate(
          () -> traffic.ask(door, path), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }
    return traffic;
  }

  private void ask(FrontDoor door, String path) {
    try {
      var response = door.get(path);
      if (response.statusCode() == 200) {
        answered.incrementAndGet();
      } else {
        failures.add("%s: %d %s".formatted(path, response.statusCode(), response.body()));
      }
    } catch (RuntimeException e) {
      failures.add(path + ": " + e);
    }
  }

  /** How many answers there were until now. */
  int answered() {
    return answered.get();
  }

  /** Stops asking, and waits for the answers that are due. */
  Traffic stop() {
    readers.shutdown();
    try {
      assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return this;
  }

  void assertThatAllWereAnswered(int atLeast) {
    assertThat(List.copyOf(failures)).isEmpty();
    assertThat(answered.get()).isGreaterThanOrEqualTo(atLeast);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
