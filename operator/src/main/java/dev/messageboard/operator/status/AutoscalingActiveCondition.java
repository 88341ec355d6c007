package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code AutoscalingActive}: what the HorizontalPodAutoscalers say of themselves. */
final class AutoscalingActiveCondition {

  static final String TYPE = "AutoscalingActive";

  private AutoscalingActiveCondition() {}

  static Optional<Verdict> of(BoardObservation seen) {
    return Stream.of(Component.API, Component.FRONTEND)
        .filter(tier -> tier.spec(seen.board()).autoscaling() != null)
        .map(tier -> of(tier, seen))
        .min(Comparator.comparing(Verdict::isTrue).thenComparing(verdict -> !verdict.isFalse()));
  }

  private static Verdict of(Component tier, BoardObservation seen) {
    var autoscaler = seen.child(HorizontalPodAutoscaler.class, tier);
    return told("AbleToScale", "False", tier, autoscaler)
        .or(() -> told("ScalingActive", "False", tier, autoscaler))
        .or(() -> told("ScalingActive", "True", tier, autoscaler))
        .orElseGet(
            () ->
                Verdict.unknown(
                    TYPE, "Waiting", tier + ": the autoscaler has not looked at the pods yet"));
  }

  private static Optional<Verdict> told(
      String type, String status, Component tier, Optional<HorizontalPodAutoscaler> autoscaler) {
    return autoscaler.stream()
        .flatMap(found -> Stream.ofNullable(found.getStatus()))
        .flatMap(said -> said.getConditions().stream())
        .filter(c -> type.equals(c.getType()) && status.equals(c.getStatus()))
        .map(c -> new Verdict(TYPE, status, c.getReason(), tier + ": " + c.getMessage()))
        .findFirst();
  }
}
