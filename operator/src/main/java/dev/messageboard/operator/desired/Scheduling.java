package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.SchedulingSpec;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodAntiAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.stream.Stream;

/** On which nodes the pods of a tier run: as the spec says, else spread as far as it goes. */
final class Scheduling {

  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String NODE = "kubernetes.io/hostname";

  /** Pods of one rollout are spread among themselves: those before them are about to go. */
  private static final String ROLLOUT = "pod-template-hash";

  private Scheduling() {}

  static void apply(PodSpecBuilder pod, MessageBoard board, Component tier, SchedulingSpec spec) {
    pod.withNodeSelector(spec.nodeSelector().isEmpty() ? null : spec.nodeSelector())
        .withTolerations(Verbatim.all(spec.tolerations(), Toleration.class))
        .withAffinity(affinity(board, tier, spec))
        .withPriorityClassName(spec.priorityClassName())
        .withTopologySpreadConstraints(spread(board, tier, spec));
  }

  private static List<TopologySpreadConstraint> spread(
      MessageBoard board, Component tier, SchedulingSpec spec) {
    var wanted = spec.topologySpreadConstraints();
    var constraints =
        wanted.isEmpty()
            ? Stream.of(ZONE, NODE).map(Scheduling::even)
            : Verbatim.all(wanted, TopologySpreadConstraint.class).stream();
    return constraints.map(constraint -> ofTier(constraint, board, tier)).toList();
  }

  private static TopologySpreadConstraint even(String key) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey(key)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withMatchLabelKeys(ROLLOUT)
        .build();
  }

  /** Without a selector a constraint counts no pods at all, which nobody means. */
  private static TopologySpreadConstraint ofTier(
      TopologySpreadConstraint constraint, MessageBoard board, Component tier) {
    if (constraint.getLabelSelector() != null) {
      return constraint;
    }
    return new TopologySpreadConstraintBuilder(constraint)
        .withLabelSelector(podsOf(board, tier))
        .build();
  }

  /**
   * The scheduler gives points for an even spread only to nodes that have the keys of all its
   * constraints, to those of a cluster without zones none: there this keeps the pods apart.
   */
  private static Affinity affinity(MessageBoard board, Component tier, SchedulingSpec spec) {
    var wanted = spec.affinity() == null ? null : Verbatim.of(spec.affinity(), Affinity.class);
    var isSaid = wanted != null && wanted.getPodAntiAffinity() != null;
    if (isSaid || !spec.topologySpreadConstraints().isEmpty()) {
      return wanted;
    }
    var whole = wanted == null ? new AffinityBuilder() : new AffinityBuilder(wanted);
    return whole.withPodAntiAffinity(apart(board, tier)).build();
  }

  private static PodAntiAffinity apart(MessageBoard board, Component tier) {
    return new PodAntiAffinityBuilder()
        .addNewPreferredDuringSchedulingIgnoredDuringExecution()
        .withWeight(100)
        .withNewPodAffinityTerm()
        .withTopologyKey(NODE)
        .withLabelSelector(podsOf(board, tier))
        .withMatchLabelKeys(ROLLOUT)
        .endPodAffinityTerm()
        .endPreferredDuringSchedulingIgnoredDuringExecution()
        .build();
  }

  private static LabelSelector podsOf(MessageBoard board, Component tier) {
    return new LabelSelectorBuilder().withMatchLabels(Labels.selector(board, tier)).build();
  }
}
