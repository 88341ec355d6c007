package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;

/**
 * A measured time beside its target. It is printed for {@code make test} to show; only five times
 * the target fails, because the machine is shared.
 */
record Figure(String name, Duration measured, Duration target) {

  private static final int TOLERANCE = 5;

  /** The time since {@code startNanos} of {@link System#nanoTime()}. */
  static Figure since(long startNanos, String name, Duration target) {
    return new Figure(name, Duration.ofNanos(System.nanoTime() - startNanos), target);
  }

  void report() {
    System.out.printf(
        Locale.ROOT,
        "figure: %s: %.1f s (target %.0f s)%s%n",
        name,
        seconds(measured),
        seconds(target),
        measured.compareTo(target) > 0
            ? String.format(Locale.ROOT, " MISSED by %.1f s", seconds(measured.minus(target)))
            : "");
    assertThat(measured).as(name).isLessThanOrEqualTo(target.multipliedBy(TOLERANCE));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
