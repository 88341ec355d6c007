package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The pods of the newest revision: what an older one suffers from is no longer of interest. */
public final class NewestPods {

  /** Where the Deployment controller counts the templates. */
  public static final String REVISION = "deployment.kubernetes.io/revision";

  private NewestPods() {}

  static List<Pod> of(Deployment deployment, BoardObservation seen) {
    var revision = deployment.getMetadata().getAnnotations().get(REVISION);
    return seen.all(ReplicaSet.class).stream()
        .filter(set -> isOwnedBy(set, deployment))
        .filter(set -> Objects.equals(revision, set.getMetadata().getAnnotations().get(REVISION)))
        .flatMap(set -> seen.all(Pod.class).stream().filter(pod -> isOwnedBy(pod, set)))
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
        .toList();
  }

  static List<Pod> of(StatefulSet set, BoardObservation seen) {
    return seen.all(Pod.class).stream().filter(pod -> isOwnedBy(pod, set)).toList();
  }

  static List<Pod> ofComponent(Component component, BoardObservation seen) {
    return seen.all(Pod.class).stream()
        .filter(
            pod -> component.toString().equals(pod.getMetadata().getLabels().get(Labels.COMPONENT)))
        .toList();
  }

  private static boolean isOwnedBy(HasMetadata object, HasMetadata owner) {
    return object.hasOwnerReferenceFor(owner);
  }
}
