package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.stream.Stream;

/** What the API pods tell by having started: they reached the database and its schema fits them. */
final class ApiPods {

  private ApiPods() {}

  static Stream<Pod> started(BoardObservation seen) {
    return NewestPods.ofComponent(Component.API, seen).stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(
            pod ->
                pod.getStatus().getContainerStatuses().stream()
                    .anyMatch(container -> Boolean.TRUE.equals(container.getStarted())));
  }

  static boolean haveStarted(BoardObservation seen, String image) {
    return started(seen)
        .map(pod -> ImageOf.part(Component.API, pod.getSpec()))
        .anyMatch(running -> running != null && running.equals(image));
  }
}
