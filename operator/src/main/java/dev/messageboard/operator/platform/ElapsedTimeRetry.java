package dev.messageboard.operator.platform;

import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.javaoperatorsdk.operator.processing.retry.RetryExecution;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * After a pass that failed the next one comes when as much time again has gone by as the board has
 * been failing. Failed passes are not counted: each event brings one, and a new board's many events
 * would make a hiccup of a second cost the longest wait.
 */
public final class ElapsedTimeRetry implements Retry {

  static final Duration SHORTEST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final InstantSource clock;

  public ElapsedTimeRetry() {
    this(InstantSource.system());
  }

  ElapsedTimeRetry(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public RetryExecution initExecution() {
    return new Failing(clock, clock.instant());
  }

  /** From the first failed pass to the next one that ends well. It never gives up. */
  private static final class Failing implements RetryExecution {

    private final InstantSource clock;
    private final Instant since;
    private int attempts;

    Failing(InstantSource clock, Instant since) {
      this.clock = clock;
      this.since = since;
    }

    @Override
    public Optional<Long> nextDelay() {
      attempts++;
      var elapsed = Duration.between(since, clock.instant()).toMillis();
      return Optional.of(Math.min(Math.max(elapsed, SHORTEST.toMillis()), LONGEST.toMillis()));
    }

    @Override
    public int getAttemptCount() {
      return attempts;
    }

    @Override
    public boolean isLastAttempt() {
      return false;
    }
  }
}
