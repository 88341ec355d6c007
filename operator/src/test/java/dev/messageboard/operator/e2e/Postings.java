package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writers who never stop posting, a ledger of what they were promised, and every other answer. */
final class Postings implements AutoCloseable {

  private static final int WRITERS = 2;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);

  private Postings() {}

  /** Each writer posts once in {@code every}, and never the same twice. */
  static Postings through(FrontDoor door, Duration every) {
    var postings = new Postings();
    for (int i = 0; i < WRITERS; i++) {
      postings.writers.scheduleAtFixedRate(
          () -> postings.post(door), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }
    return postings;
  }

  private void post(FrontDoor door) {
    var body = UUID.randomUUID().toString();
    try {
      var response = door.post("Ada", body);
      if (response.statusCode() == 201) {
        acknowledged.add(body);
      } else {
        failures.add("%d %s".formatted(response.statusCode(), response.body()));
      }
    } catch (RuntimeException e) {
      failures.add(e.toString());
    }
  }

  /** Stops posting, waits for the answers that are due, and returns what was acknowledged. */
  List<String> stop() {
    writers.shutdown();
    try {
      assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return List.copyOf(acknowledged);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
