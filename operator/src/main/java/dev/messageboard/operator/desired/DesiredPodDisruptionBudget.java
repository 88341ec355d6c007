package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.TierSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;

public final class DesiredPodDisruptionBudget {

  private DesiredPodDisruptionBudget() {}

  /** Of a single pod it would either protect nothing or block every drain. */
  public static boolean isWanted(TierSpec spec) {
    return spec.autoscaling() != null || spec.replicasPerNode() != null || spec.replicas() > 1;
  }

  public static PodDisruptionBudget of(MessageBoard board, Component tier, TierSpec spec) {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(Child.of(board, tier))
        .withNewSpec()
        .withMaxUnavailable(spec.podDisruptionBudget().maxUnavailable())
        .withMinAvailable(spec.podDisruptionBudget().minAvailable())
        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
        .withNewSelector()
        .withMatchLabels(Labels.selector(board, tier))
        .endSelector()
        .endSpec()
        .build();
  }
}
