package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.DriftStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@code status.drift}: the last one that was found stays. */
final class LastDrift {

  private LastDrift() {}

  static DriftStatus of(BoardObservation seen, Optional<MessageBoardStatus> previous, Instant now) {
    return seen.findings().drifts().stream()
        .reduce((first, second) -> second)
        .map(drift -> of(drift, now))
        .orElseGet(() -> previous.map(MessageBoardStatus::drift).orElse(null));
  }

  private static DriftStatus of(Drift drift, Instant now) {
    return new DriftStatus(
        drift.object(),
        drift.field(),
        drift.manager(),
        now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
