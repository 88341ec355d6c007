package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told when a pass failed in a way that nobody foresaw: all as before, but not Ready. */
final class FailedPass {

  private static final String REASON = "ReconcileFailed";

  private FailedPass() {}

  static MessageBoardStatus of(
      MessageBoard board, Exception failure, Optional<MessageBoardStatus> previous, Instant now) {
    var ready =
        Dated.of(
            Verdict.no(ReadyCondition.TYPE, REASON, told(failure)),
            board.getMetadata().getGeneration(),
            previous,
            now);
    var before = previous.orElseGet(MessageBoardStatus::unknown);
    return before.with(
        before.phase() == Phase.Running ? Phase.Degraded : before.phase(),
        Stream.concat(Stream.of(ready), others(before)).toList());
  }

  private static Stream<Condition> others(MessageBoardStatus before) {
    return Optional.ofNullable(before.conditions()).orElseGet(List::of).stream()
        .filter(condition -> !ReadyCondition.TYPE.equals(condition.getType()));
  }

  /** Not what the failure says of itself, which may be anything, a password too. */
  private static String told(Exception failure) {
    return "the operator failed at this board and tries again: %s; its log tells more"
        .formatted(failure.getClass().getSimpleName());
  }
}
