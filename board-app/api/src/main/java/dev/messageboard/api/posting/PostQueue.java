package dev.messageboard.api.posting;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers posts that arrive while others are being committed, so that they share the next commit: a
 * commit costs the same for one row as for sixty.
 */
@ApplicationScoped
class PostQueue {

  /** While one writer waits for the disk, the other prepares its batch. */
  private static final int WRITERS = 2;

  /** More than a second's work: who comes later is told to try again rather than kept waiting. */
  private static final int CAPACITY = 1000;

  private final PostWriter writer;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final List<Thread> threads = new ArrayList<>();

  PostQueue(PostWriter writer, MeterRegistry metrics) {
    this.writer = writer;
    metrics.gauge("messageboard.post.queue", queue, BlockingQueue::size);
  }

  /** Completes once the row is durable, or with why it is not. */
  CompletableFuture<Outcome> post(Draft draft) {
    Waiting waiting = new Waiting(draft, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new ProblemException(ProblemType.OVERLOADED, "Too many messages at once.")
          .with("Retry-After", "2");
    }
    return waiting.outcome();
  }

  void start(@Observes StartupEvent event) {
    for (int i = 1; i <= WRITERS; i++) {
      Thread thread = new Thread(this::write, "post-writer-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    threads.forEach(Thread::interrupt);
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        batch.add(queue.take());
        queue.drainTo(batch, PostStatements.MAX_BATCH - 1);
        writer.write(batch);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException | Error defect) {
        batch.forEach(waiting -> waiting.outcome().completeExceptionally(defect));
      }
      batch.clear();
    }
  }

  /** A draft and who waits for it. */
  record Waiting(Draft draft, CompletableFuture<Outcome> outcome) {}
}
