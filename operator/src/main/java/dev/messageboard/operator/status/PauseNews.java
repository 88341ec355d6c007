package dev.messageboard.operator.status;

import java.util.stream.Stream;

/** Events of {@code spec.paused}. */
final class PauseNews {

  private PauseNews() {}

  static Stream<Notice> of(Turn turn) {
    var is = turn.now(PausedCondition.TYPE, "True").isPresent();
    var was = turn.earlier(PausedCondition.TYPE, "True").isPresent();
    if (is == was) {
      return Stream.empty();
    }
    return Stream.of(
        is
            ? Notice.normal("Paused", "nothing is written until spec.paused is false")
            : Notice.normal("Resumed", "spec.paused is false: the board is kept again"));
  }
}
