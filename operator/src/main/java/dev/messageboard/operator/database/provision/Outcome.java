package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.status.Problem;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param isDone the server has what the board is to have
 * @param isNew it did not have the database before
 * @param problem why it has not; empty while that is under way
 */
public record Outcome(boolean isDone, boolean isNew, Optional<Problem> problem) {

  static final Outcome UNDER_WAY = new Outcome(false, false, Optional.empty());

  static Outcome done(boolean isNew) {
    return new Outcome(true, isNew, Optional.empty());
  }

  static Outcome failed(Problem problem) {
    return new Outcome(false, false, Optional.of(problem));
  }
}
