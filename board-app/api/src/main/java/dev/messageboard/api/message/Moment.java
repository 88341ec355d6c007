package dev.messageboard.api.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Now, as the columns keep it: what an answer shows must be what a later read shows. */
public final class Moment {

  private Moment() {}

  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
