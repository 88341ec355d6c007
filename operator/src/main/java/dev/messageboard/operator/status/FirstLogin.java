package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.util.Optional;

/**
 * An operator that has just started has not logged in anywhere yet. What the status tells of a
 * database stands until it has: a restart is no news of a board.
 */
final class FirstLogin {

  private FirstLogin() {}

  /** The status whose word on the database stands; none once a login has told. */
  static Optional<MessageBoardStatus> standing(
      BoardObservation seen, Optional<MessageBoardStatus> previous) {
    var generation = seen.board().getMetadata().getGeneration();
    return previous
        .filter(before -> isAwaited(seen))
        .filter(before -> generation.equals(before.observedGeneration()))
        .filter(before -> before.database() != null)
        .filter(before -> isAt(before.database().endpoint(), seen));
  }

  static Optional<Verdict> standing(Optional<MessageBoardStatus> before, String type) {
    return before
        .flatMap(status -> status.condition(type))
        .map(c -> new Verdict(type, c.getStatus(), c.getReason(), c.getMessage()));
  }

  private static boolean isAwaited(BoardObservation seen) {
    return seen.board().getSpec().database().checkedByOperator()
        && seen.database().check().isEmpty()
        && seen.findings().secret().isEmpty();
  }

  private static boolean isAt(String endpoint, BoardObservation seen) {
    return seen.database().endpoint().filter(endpoint::equals).isPresent();
  }
}
