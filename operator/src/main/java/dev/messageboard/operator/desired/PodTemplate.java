package dev.messageboard.operator.desired;

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
      Map<String, String> labels, String fingerprint, Container container, List<Volume> volumes) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .addToAnnotations(Fingerprint.ANNOTATION, fingerprint)
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
