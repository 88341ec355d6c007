package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OperatorLivenessTest {

  private final MovableClock clock = new MovableClock();
  private final OperatorLiveness liveness = new OperatorLiveness(null, clock);

  @Test
  void aWatchThatComesBackInTimeIsNoReasonToRestart() {
    assertThat(liveness.isAlive(false)).isTrue();
    clock.advance(OperatorLiveness.PATIENCE.minusSeconds(1));
    assertThat(liveness.isAlive(false)).isTrue();
    assertThat(liveness.isAlive(true)).isTrue();
    clock.advance(OperatorLiveness.PATIENCE);
    assertThat(liveness.isAlive(false)).as("the patience starts anew").isTrue();
  }

  @Test
  void aWatchThatStaysDeadIs() {
    liveness.isAlive(false);
    clock.advance(OperatorLiveness.PATIENCE);
    assertThat(liveness.isAlive(false)).isFalse();
  }

  private static final class MovableClock extends Clock {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
