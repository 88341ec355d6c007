package dev.messageboard.api.problem;

import dev.messageboard.api.database.DatabaseFailure;
import dev.messageboard.api.database.InnermostCause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** One line per ten seconds while the database is away, not one per request. */
final class OutageLog {

  private static final Logger LOG = Logger.getLogger(OutageLog.class);
  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  void note(DatabaseFailure failure, Throwable cause) {
    long now = System.nanoTime();
    long due = nextLine.get();
    if (now - due >= 0 && nextLine.compareAndSet(due, now + INTERVAL_NANOS)) {
      LOG.warnf(
          "Requests are answered with 503: %s (%s)", failure.reason(), InnermostCause.of(cause));
    }
  }
}
