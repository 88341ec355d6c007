package dev.messageboard.api.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What AWS gives a role for a while. */
public record TemporaryKeys(String id, String secret, String session, Instant end) {

  /** New ones, as AWS writes them: the session's is long and has what a URL has to escape. */
  public static TemporaryKeys until(Instant end) {
    return new TemporaryKeys(
        "ASIA" + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(),
        UUID.randomUUID() + "/" + UUID.randomUUID(),
        "FwoGZXIvYXdzE+/" + UUID.randomUUID().toString().repeat(20) + "==",
        end.truncatedTo(ChronoUnit.SECONDS));
  }
}
