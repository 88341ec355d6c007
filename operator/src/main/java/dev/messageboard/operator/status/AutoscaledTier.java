package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.AutoscalingSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.util.Optional;

/** A tier whose autoscaler adds or removes pods is as its spec says, whatever their number. */
final class AutoscaledTier {

  private AutoscaledTier() {}

  static boolean isOnlyScaled(
      Tier tier, BoardObservation seen, Optional<MessageBoardStatus> previous) {
    return Optional.ofNullable(tier.component().spec(seen.board()).autoscaling())
        .filter(
            autoscaling ->
                tier.counts().isOfThisGeneration()
                    ? servesAll(tier, autoscaling)
                    : wasReady(seen, previous))
        .isPresent();
  }

  private static boolean servesAll(Tier tier, AutoscalingSpec autoscaling) {
    return !tier.isReplacingPods() && tier.counts().available() >= autoscaling.minReplicas();
  }

  /**
   * Until the Deployment's controller has taken up the new number, what was known stands; unless it
   * was not the number that changed.
   */
  private static boolean wasReady(BoardObservation seen, Optional<MessageBoardStatus> previous) {
    var findings = seen.findings();
    return findings.changed().isEmpty()
        && findings.drifts().isEmpty()
        && previous
            .flatMap(status -> status.condition(ReadyCondition.TYPE))
            .filter(c -> "True".equals(c.getStatus()))
            .filter(
                c -> seen.board().getMetadata().getGeneration().equals(c.getObservedGeneration()))
            .isPresent();
  }
}
