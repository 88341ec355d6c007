package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.SchedulingSpec;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.stream.Stream;

/** On which nodes the pods of a tier run: as the spec says, else spread as far as it goes. */
final class Scheduling {

  private Scheduling() {}

  static void apply(PodSpecBuilder pod, MessageBoard board, Component tier, SchedulingSpec spec) {
    pod.withNodeSelector(spec.nodeSelector().isEmpty() ? null : spec.nodeSelector())
        .withTolerations(Verbatim.all(spec.tolerations(), Toleration.class))
        .withAffinity(spec.affinity() == null ? null : Verbatim.of(spec.affinity(), Affinity.class))
        .withPriorityClassName(spec.priorityClassName())
        .withTopologySpreadConstraints(spread(board, tier, spec));
  }

  private static List<TopologySpreadConstraint> spread(
      MessageBoard board, Component tier, SchedulingSpec spec) {
    var wanted = spec.topologySpreadConstraints();
    var constraints =
        wanted.isEmpty()
            ? Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .map(Scheduling::even)
            : Verbatim.all(wanted, TopologySpreadConstraint.class).stream();
    return constraints.map(constraint -> ofTier(constraint, board, tier)).toList();
  }

  private static TopologySpreadConstraint even(String key) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey(key)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withMatchLabelKeys("pod-template-hash")
        .build();
  }

  /** Without a selector a constraint counts no pods at all, which nobody means. */
  private static TopologySpreadConstraint ofTier(
      TopologySpreadConstraint constraint, MessageBoard board, Component tier) {
    if (constraint.getLabelSelector() != null) {
      return constraint;
    }
    var selector = new LabelSelectorBuilder().withMatchLabels(Labels.selector(board, tier)).build();
    return new TopologySpreadConstraintBuilder(constraint).withLabelSelector(selector).build();
  }
}
