package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;

/** A new pod serves before an old one goes. */
final class TierDeployment {

  static final int SURGE = 1;

  /** A node's proxy learns of a new endpoint about a second after the pod is ready. */
  private static final int SECONDS_UNTIL_NODES_KNOW = 2;

  private TierDeployment() {}

  static Deployment of(MessageBoard board, Component tier, Scale scale, PodTemplateSpec template) {
    return new DeploymentBuilder()
        .withMetadata(metadata(board, tier, scale))
        .withNewSpec()
        .withReplicas(scale.replicas())
        .withMinReadySeconds(SECONDS_UNTIL_NODES_KNOW)
        .withRevisionHistoryLimit(5)
        .withProgressDeadlineSeconds(600)
        .withNewSelector()
        .withMatchLabels(Labels.selector(board, tier))
        .endSelector()
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withNewMaxSurge(SURGE)
        .withNewMaxUnavailable(0)
        .endRollingUpdate()
        .endStrategy()
        .withTemplate(template)
        .endSpec()
        .build();
  }

  private static ObjectMeta metadata(MessageBoard board, Component tier, Scale scale) {
    return new ObjectMetaBuilder(Child.of(board, tier))
        .withAnnotations(scale.mark() == null ? Map.of() : Map.of(Scale.ANNOTATION, scale.mark()))
        .withResourceVersion(scale.guard())
        .build();
  }
}
