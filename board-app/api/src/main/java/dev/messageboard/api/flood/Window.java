package dev.messageboard.api.flood;

import java.time.Duration;
import java.time.Instant;

/**
 * What a client has used of its current minute and hour. Each begins with the first action after
 * the last one ended. Pure.
 */
public record Window(Instant minuteStart, int inMinute, Instant hourStart, int inHour) {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Of a client that was not seen before. */
  public static Window empty(Instant now) {
    return new Window(now, 0, now, 0);
  }

  /** As it stands now: what ended is forgotten. */
  Window at(Instant now) {
    boolean minuteOver = !now.isBefore(minuteStart.plus(MINUTE));
    boolean hourOver = !now.isBefore(hourStart.plus(HOUR));
    return new Window(
        minuteOver ? now : minuteStart,
        minuteOver ? 0 : inMinute,
        hourOver ? now : hourStart,
        hourOver ? 0 : inHour);
  }

  /** One action more, or a refusal that leaves the window as it is. */
  public Verdict take(Instant now, Limits limits) {
    Window current = at(now);
    boolean hourFull = current.inHour >= limits.perHour();
    if (hourFull || current.inMinute >= limits.perMinute()) {
      Instant end = hourFull ? current.hourStart.plus(HOUR) : current.minuteStart.plus(MINUTE);
      return Verdict.refused(current, limits, Duration.between(now, end));
    }
    Window used =
        new Window(
            current.minuteStart, current.inMinute + 1, current.hourStart, current.inHour + 1);
    return Verdict.allowed(used, limits, Duration.between(now, used.minuteStart.plus(MINUTE)));
  }

  int remaining(Limits limits) {
    return Math.max(0, Math.min(limits.perMinute() - inMinute, limits.perHour() - inHour));
  }
}
