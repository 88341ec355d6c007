package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.TierSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;

/** A new pod serves before an old one goes. */
final class TierDeployment {

  private TierDeployment() {}

  static Deployment of(
      MessageBoard board, Component tier, TierSpec spec, PodTemplateSpec template) {
    return new DeploymentBuilder()
        .withMetadata(Child.of(board, tier))
        .withNewSpec()
        .withReplicas(spec.replicas())
        .withRevisionHistoryLimit(5)
        .withProgressDeadlineSeconds(600)
        .withNewSelector()
        .withMatchLabels(Labels.selector(board, tier))
        .endSelector()
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withNewMaxSurge(1)
        .withNewMaxUnavailable(0)
        .endRollingUpdate()
        .endStrategy()
        .withTemplate(template)
        .endSpec()
        .build();
  }
}
