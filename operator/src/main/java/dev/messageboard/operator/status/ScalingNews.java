package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.ComponentStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Component;
import java.util.Objects;
import java.util.stream.Stream;

/** Events of pods that an autoscaler added or took away. */
final class ScalingNews {

  private ScalingNews() {}

  static Stream<Notice> of(Turn turn, MessageBoard board) {
    return Stream.of(Component.API, Component.FRONTEND)
        .filter(tier -> tier.spec(board).autoscaling() != null)
        .flatMap(tier -> turn.before().stream().flatMap(old -> of(tier, old, turn.after())));
  }

  /** A count that changes with the spec was handed over, not scaled. */
  private static Stream<Notice> of(
      Component tier, MessageBoardStatus before, MessageBoardStatus after) {
    var from = figures(tier, before).desired();
    var to = figures(tier, after).desired();
    var isOneSpec = Objects.equals(before.observedGeneration(), after.observedGeneration());
    return !isOneSpec || from == null || from == 0 || Objects.equals(from, to)
        ? Stream.empty()
        : Stream.of(
            Notice.normal("ScaledByAutoscaler", "%s: %d to %d pods".formatted(tier, from, to))
                .about(tier.toString()));
  }

  private static ComponentStatus figures(Component tier, MessageBoardStatus status) {
    var all = status.components();
    return tier == Component.API ? all.api() : all.frontend();
  }
}
