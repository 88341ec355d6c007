package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;

/** The version that answers: while two do, the one of the oldest pod. */
final class ServingVersion {

  private ServingVersion() {}

  static String of(BoardObservation seen) {
    return ApiPods.started(seen)
        .min(
            Comparator.comparing((Pod pod) -> pod.getMetadata().getCreationTimestamp())
                .thenComparing(pod -> pod.getMetadata().getName()))
        .map(pod -> pod.getMetadata().getLabels().get(Labels.VERSION))
        .orElse(null);
  }
}
