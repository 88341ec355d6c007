package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.database.DatabaseResolver;
import dev.messageboard.operator.database.SecretReader;
import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When a board is looked at again though nothing happened. */
final class NextLook {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Set<String> UNSETTLED = Set.of("Reconciling", "Stalled");

  private NextLook() {}

  /** When its database is due, or a Secret that it names; empty means when something happens. */
  static Optional<Duration> after(
      MessageBoard board,
      MessageBoardStatus status,
      DatabaseResolver databases,
      SecretReader secrets) {
    return after(status, databases.untilNextLook(board).or(() -> secrets.untilNextLook(board)));
  }

  /**
   * An unsettled board is looked at sooner; what it names is not asked for any oftener for that.
   */
  static Optional<Duration> after(MessageBoardStatus status, Optional<Duration> due) {
    return isSettled(status)
        ? due
        : Optional.of(due.filter(wait -> wait.compareTo(SOON) < 0).orElse(SOON));
  }

  /** What a person has to mend may lie outside of what is watched: that is looked for too. */
  private static boolean isSettled(MessageBoardStatus status) {
    return status.conditions().stream()
        .noneMatch(
            condition -> UNSETTLED.contains(condition.getType()) || isAboutAMissingApi(condition));
  }

  private static boolean isAboutAMissingApi(Condition condition) {
    return OptionalApi.CONDITION.equals(condition.getType())
        && "False".equals(condition.getStatus());
  }
}
