package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.status.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param isDone the server has what the board is to have, or nothing of a deleted board any more
 * @param isNew that is so since this attempt
 * @param problem why it is not so, empty while that is under way; of a deleted board that is done,
 *     what was left there and why
 */
public record Outcome(boolean isDone, boolean isNew, Optional<Problem> problem) {

  static final Outcome UNDER_WAY = new Outcome(false, false, Optional.empty());

  /** As ordered. */
  public static Outcome done(boolean isNew) {
    return new Outcome(true, isNew, Optional.empty());
  }

  /** What is not the board's own stays. */
  static Outcome left(boolean isNew, List<String> what) {
    var problem = new Problem("DatabaseLeft", "left on the server: " + String.join("; ", what));
    return new Outcome(true, isNew, Optional.of(problem));
  }

  /** Not yet; it is tried again. */
  public static Outcome failed(Problem problem) {
    return new Outcome(false, false, Optional.of(problem));
  }
}
