package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Fingerprint;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
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

  /**
   * Only these tell of the database that is asked for now; pods that started on another one keep
   * serving, and know nothing of it. A mere restart, a new image or more replicas are no new
   * binding.
   */
  static Stream<Pod> startedWithThisBinding(BoardObservation seen) {
    return seen.deployment(Component.API).stream()
        .flatMap(api -> started(seen).filter(pod -> haveOneBinding(pod, api)));
  }

  static boolean haveStarted(BoardObservation seen, String image) {
    return startedWithThisBinding(seen)
        .map(pod -> ImageOf.part(Component.API, pod.getSpec()))
        .anyMatch(running -> running != null && running.equals(image));
  }

  private static boolean haveOneBinding(Pod pod, Deployment api) {
    return Fingerprint.in(api.getSpec().getTemplate().getMetadata())
        .equals(Fingerprint.in(pod.getMetadata()));
  }
}
