package dev.messageboard.operator.status;

import java.util.Optional;

/** {@code Reconciling}, as kstatus means it: the board is on its way to what its spec says. */
final class ReconcilingCondition {

  static final String TYPE = "Reconciling";
  static final String ROLLING_OUT = "RollingOut";

  private ReconcilingCondition() {}

  static Optional<Verdict> of(
      BoardObservation seen, Tiers tiers, Verdict ready, Optional<Verdict> stalled) {
    var rests =
        ready.isTrue()
            || ready.isBecause(ReadyCondition.SCALED_TO_ZERO)
            || stalled.isPresent()
            || seen.board().getSpec().paused();
    return rests
        ? Optional.empty()
        : Optional.of(Verdict.yes(TYPE, reason(tiers, ready), ready.message()));
  }

  /** The message tells what hurts; the reason, whether pods are being replaced. */
  private static String reason(Tiers tiers, Verdict ready) {
    return tiers.stream().anyMatch(Tier::isReplacingPods) ? ROLLING_OUT : ready.reason();
  }
}
