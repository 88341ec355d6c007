package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;

/** What all pods have in common. */
final class PodTemplate {

  private PodTemplate() {}

  static PodTemplateSpec of(
      MessageBoard board,
      Map<String, String> labels,
      Map<String, String> reads,
      Container container,
      List<Volume> volumes) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .addToAnnotations(
            Fingerprint.ANNOTATION, Fingerprint.of(board.getMetadata().getUid(), reads))
        .endMetadata()
        .withNewSpec()
        .withSecurityContext(Confinement.ofPod())
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(30L)
        .withContainers(container)
        .withVolumes(volumes)
        .endSpec()
        .build();
  }
}
