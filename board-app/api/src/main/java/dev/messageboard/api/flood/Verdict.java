package dev.messageboard.api.flood;

import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether an action is within the limits, and what is left of them. */
public record Verdict(boolean isAllowed, Window window, Limits limits, long secondsToReset) {

  static Verdict allowed(Window window, Limits limits, Duration toReset) {
    return new Verdict(true, window, limits, seconds(toReset));
  }

  static Verdict refused(Window window, Limits limits, Duration toReset) {
    return new Verdict(false, window, limits, seconds(toReset));
  }

  /** The headers of draft-ietf-httpapi-ratelimit-headers in its widely understood form. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("RateLimit-Limit", String.valueOf(limits.perMinute()));
    headers.put("RateLimit-Remaining", String.valueOf(window.remaining(limits)));
    headers.put("RateLimit-Reset", String.valueOf(secondsToReset));
    return headers;
  }

  public ProblemException asProblem() {
    ProblemException problem =
        new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                "At most %d a minute and %d an hour; try again in %d seconds."
                    .formatted(limits.perMinute(), limits.perHour(), secondsToReset))
            .with("Retry-After", String.valueOf(secondsToReset));
    headers().forEach(problem::with);
    return problem;
  }

  /** Rounded up: who comes back then shall not be early. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
