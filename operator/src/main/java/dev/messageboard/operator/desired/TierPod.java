package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.SecretRef;
import dev.messageboard.operator.api.v1alpha1.TierSpec;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.TreeMap;

/** What the pods of both tiers have in common. */
final class TierPod {

  static final String RESTART = "messageboard.dev/restart-trigger";

  private TierPod() {}

  static PodTemplateSpec of(
      MessageBoard board,
      Component tier,
      TierSpec spec,
      String fingerprint,
      Container container,
      List<Volume> volumes) {
    var labels = new TreeMap<>(spec.podLabels());
    labels.putAll(Labels.of(board, tier));
    var template = PodTemplate.of(labels, fingerprint, container, volumes);
    var pod =
        new PodSpecBuilder(template.getSpec())
            .withServiceAccountName(Names.of(board, tier))
            .withTerminationGracePeriodSeconds(spec.terminationGracePeriodSeconds())
            .withImagePullSecrets(pullSecrets(spec));
    Scheduling.apply(pod, board, tier, spec.scheduling());
    return new PodTemplateSpecBuilder(template)
        .editMetadata()
        .addToAnnotations(annotations(board, spec))
        .endMetadata()
        .withSpec(pod.build())
        .build();
  }

  private static List<LocalObjectReference> pullSecrets(TierSpec spec) {
    return spec.imagePullSecrets().stream()
        .map(SecretRef::name)
        .map(LocalObjectReference::new)
        .toList();
  }

  private static TreeMap<String, String> annotations(MessageBoard board, TierSpec spec) {
    var annotations = new TreeMap<>(spec.podAnnotations());
    var trigger = board.getSpec().restartTrigger();
    if (trigger != null && !trigger.isEmpty()) {
      annotations.put(RESTART, trigger);
    }
    return annotations;
  }
}
