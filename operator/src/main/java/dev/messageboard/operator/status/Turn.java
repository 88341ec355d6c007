package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;

/** Two statuses of a board, one after the other. */
record Turn(Optional<MessageBoardStatus> before, MessageBoardStatus after) {

  /** This condition now, if it is of this status and was not, or for another reason. */
  Optional<Condition> to(String type, String status) {
    return now(type, status)
        .filter(
            condition ->
                earlier(type, status)
                    .filter(old -> old.getReason().equals(condition.getReason()))
                    .isEmpty());
  }

  /** The same, if what is told of it has changed too. */
  Optional<Condition> toldAnew(String type, String status) {
    return now(type, status)
        .filter(
            condition ->
                earlier(type, status)
                    .filter(old -> old.getMessage().equals(condition.getMessage()))
                    .isEmpty());
  }

  Optional<Condition> now(String type, String status) {
    return in(Optional.of(after), type, status);
  }

  Optional<Condition> earlier(String type, String status) {
    return in(before, type, status);
  }

  private static Optional<Condition> in(
      Optional<MessageBoardStatus> board, String type, String status) {
    return board
        .flatMap(told -> told.condition(type))
        .filter(condition -> status.equals(condition.getStatus()));
  }
}
