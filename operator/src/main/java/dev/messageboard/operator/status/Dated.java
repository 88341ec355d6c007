package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Verdicts become conditions here; their time moves only when their status does. */
final class Dated {

  private Dated() {}

  static Condition of(
      Verdict verdict, Long generation, Optional<MessageBoardStatus> previous, Instant now) {
    return new ConditionBuilder()
        .withType(verdict.type())
        .withStatus(verdict.status())
        .withReason(verdict.reason())
        .withMessage(verdict.message())
        .withObservedGeneration(generation)
        .withLastTransitionTime(
            unchangedSince(verdict, previous)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString()))
        .build();
  }

  private static Optional<String> unchangedSince(
      Verdict verdict, Optional<MessageBoardStatus> previous) {
    return previous
        .flatMap(status -> status.condition(verdict.type()))
        .filter(condition -> verdict.status().equals(condition.getStatus()))
        .map(Condition::getLastTransitionTime);
  }
}
