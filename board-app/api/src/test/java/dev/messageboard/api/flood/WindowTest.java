package dev.messageboard.api.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Limits LIMITS = new Limits(2, 3);

  @Test
  void aMinuteHasItsNumberAndThenAsksToWait() {
    Window used = take(take(Window.empty(NOON), 0), 10);

    Verdict third = used.take(NOON.plusSeconds(20), LIMITS);

    assertThat(third.isAllowed()).isFalse();
    assertThat(third.secondsToReset()).isEqualTo(40);
    assertThat(third.window()).isEqualTo(used);
    assertThat(third.headers()).containsEntry("RateLimit-Remaining", "0");
  }

  @Test
  void theNextMinuteBeginsWithTheNextAction() {
    Window used = take(take(take(Window.empty(NOON), 0), 10), 75);

    assertThat(used.minuteStart()).isEqualTo(NOON.plusSeconds(75));
    assertThat(used.inMinute()).isEqualTo(1);
    assertThat(used.inHour()).isEqualTo(3);
  }

  @Test
  void anHourThatIsFullAsksToWaitForItsEnd() {
    Window used = take(take(take(Window.empty(NOON), 0), 10), 75);

    Verdict fourth = used.take(NOON.plusSeconds(1800), LIMITS);

    assertThat(fourth.isAllowed()).isFalse();
    assertThat(fourth.secondsToReset()).isEqualTo(1800);
    assertThat(used.take(NOON.plus(Duration.ofHours(1)), LIMITS).isAllowed()).isTrue();
  }

  private static Window take(Window window, int second) {
    Verdict verdict = window.take(NOON.plusSeconds(second), LIMITS);
    assertThat(verdict.isAllowed()).isTrue();
    return verdict.window();
  }
}
