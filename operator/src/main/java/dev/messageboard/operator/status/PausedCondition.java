package dev.messageboard.operator.status;

import java.util.Optional;

/** {@code Paused}: the operator only looks. */
final class PausedCondition {

  static final String TYPE = "Paused";

  private PausedCondition() {}

  static Optional<Verdict> of(BoardObservation seen) {
    return seen.board().getSpec().paused()
        ? Optional.of(Verdict.yes(TYPE, TYPE, message(seen)))
        : Optional.empty();
  }

  /** What is wanted and not done: the board is not as its spec says. */
  static Optional<Problem> problem(BoardObservation seen) {
    return seen.findings().withheld().isEmpty()
        ? Optional.empty()
        : Optional.of(new Problem(TYPE, message(seen)));
  }

  private static String message(BoardObservation seen) {
    var withheld = seen.findings().withheld().stream().sorted().toList();
    return withheld.isEmpty()
        ? "spec.paused is true: nothing is written, and nothing would be"
        : "spec.paused is true: not written are " + String.join(", ", withheld);
  }
}
