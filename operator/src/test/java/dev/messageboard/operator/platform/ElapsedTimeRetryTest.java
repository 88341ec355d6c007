package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.database.MovableClock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a board that failed is looked at again. */
class ElapsedTimeRetryTest {

  private final MovableClock clock = new MovableClock();
  private final ElapsedTimeRetry retry = new ElapsedTimeRetry(clock);

  @Test
  void whereNothingHappensTheWaitsDoubleUpToTheLongest() {
    var failing = retry.initExecution();
    var waits =
        Stream.generate(() -> failing.nextDelay().orElseThrow())
            .peek(wait -> clock.advance(Duration.ofMillis(wait)))
            .limit(9);
    assertThat(waits)
        .containsExactly(500L, 500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
  }

  @Test
  void manyFailedPassesInAShortTimeDoNotMakeTheWaitLong() {
    var failing = retry.initExecution();
    for (int event = 0; event < 100; event++) {
      clock.advance(Duration.ofMillis(10));
      failing.nextDelay();
    }
    assertThat(failing.nextDelay()).contains(1000L);
  }

  @Test
  void afterAPassThatEndedWellTheWaitIsTheShortestAgain() {
    retry.initExecution();
    clock.advance(Duration.ofHours(1));
    assertThat(retry.initExecution().nextDelay()).contains(500L);
  }

  @Test
  void itNeverGivesUpAndTellsHowOftenItTried() {
    var failing = retry.initExecution();
    assertThat(failing.getAttemptCount()).isZero();
    clock.advance(Duration.ofDays(30));
    assertThat(failing.nextDelay()).contains(30_000L);
    assertThat(failing.getAttemptCount()).isEqualTo(1);
    assertThat(failing.isLastAttempt()).isFalse();
  }

  @Test
  void aClockThatIsSetBackMakesNoWaitShorterThanTheShortest() {
    var failing = retry.initExecution();
    clock.advance(Duration.ofDays(-1));
    assertThat(failing.nextDelay()).contains(500L);
  }
}
