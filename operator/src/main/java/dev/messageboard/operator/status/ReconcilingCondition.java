package dev.messageboard.operator.status;

import java.util.Optional;

/** {@code Reconciling}, as kstatus means it: the board is on its way to what its spec says. */
final class ReconcilingCondition {

  static final String TYPE = "Reconciling";

  private ReconcilingCondition() {}

  static Optional<Verdict> of(Verdict ready, Optional<Verdict> stalled) {
    return ready.isTrue() || ready.isBecause(ReadyCondition.SCALED_TO_ZERO) || stalled.isPresent()
        ? Optional.empty()
        : Optional.of(Verdict.yes(TYPE, ready.reason(), ready.message()));
  }
}
