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
import java.util.concurrent.locks.LockSupport;

/** Writers who never stop posting, a ledger of what they were promised, and every other answer. */
final class Postings implements AutoCloseable {

  private static final int WRITERS = 2;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
  private volatile boolean patient = true;

  private Postings() {}

  /** Each writer posts once in {@code every}, and never the same twice. */
  static Postings through(FrontDoor door, Duration every) {
    var postings = new Postings();
    postings.every(every, () -> postings.post(door, UUID.randomUUID()));
    return postings;
  }

  /**
   * Each writer says the same again, under the same key, until the board has promised to keep it.
   */
  static Postings persistently(FrontDoor door, Duration every) {
    var postings = new Postings();
    postings.every(every, () -> postings.postUntilAcknowledged(door, every));
    return postings;
  }

  private void every(Duration time, Runnable post) {
    for (int i = 0; i < WRITERS; i++) {
      writers.scheduleWithFixedDelay(post, 0, time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void postUntilAcknowledged(FrontDoor door, Duration pause) {
    var message = UUID.randomUUID();
    while (patient && !post(door, message)) {
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private boolean post(FrontDoor door, UUID message) {
    try {
      var response = door.post("Ada", message.toString(), message);
      if (response.statusCode() == 201) {
        return acknowledged.add(message.toString());
      }
      failures.add("%d %s".formatted(response.statusCode(), response.body()));
    } catch (RuntimeException e) {
      failures.add(e.toString());
    }
    return false;
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
    patient = false;
    writers.shutdownNow();
  }
}
