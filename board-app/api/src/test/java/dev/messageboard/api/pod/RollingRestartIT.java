package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.NeedsMySql;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Pods come and go under load, as a Deployment replaces them. {@code -Drolling.restarts=100} at
 * night.
 */
@Isolated
@NeedsMySql
class RollingRestartIT {

  private static final int CLIENTS = 6;
  private static final long PAUSE_MILLIS = 20;
  private static final int RESTARTS = Integer.getInteger("rolling.restarts", 5);

  /** Shorter than in a cluster, where the news takes longer to spread. */
  private static final Map<String, String> SETTINGS = Map.of("QUARKUS_SHUTDOWN_DELAY", "2S");

  private final AtomicInteger requests = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void rollingRestartsUnderLoadFailNoRequest() throws InterruptedException {
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    try (Replicas board = new Replicas("rolling", SETTINGS)) {
      board.start();
      board.start();
      for (int client = 1; client <= CLIENTS; client++) {
        Caller caller = new Caller();
        clients.scheduleWithFixedDelay(
            () -> use(board, caller), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      }
      for (int restart = 1; restart <= RESTARTS; restart++) {
        replaceTheOldest(board);
      }
      clients.shutdown();
      assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      clients.shutdownNow();
    }
    assertThat(failures).isEmpty();
    System.out.printf(
        "figure: %d rolling restarts, %d requests, 0 failed%n", RESTARTS, requests.get());
  }

  /** The Service goes on sending to it until it is seen not to be ready. */
  private static void replaceTheOldest(Replicas board) {
    Pod leaving = board.oldest();
    board.start();
    leaving.terminate();
    await().until(() -> !leaving.isReady());
    board.forget(leaving);
    assertThat(leaving.exitCode()).as(leaving::log).isIn(0, 143);
  }

  private void use(Replicas board, Caller caller) {
    expect(200, () -> caller.get(board.any(), "/messages").statusCode());
    String text = UUID.randomUUID().toString();
    expect(201, () -> caller.post(board.any(), text, Map.of()).statusCode());
  }

  private void expect(int status, Request request) {
    requests.incrementAndGet();
    try {
      int answer = request.status();
      if (answer != status) {
        failures.add("answered with " + answer);
      }
    } catch (IOException | RuntimeException none) {
      failures.add(none.toString());
    }
  }

  /** One request; its status. */
  private interface Request {
    int status() throws IOException;
  }
}
