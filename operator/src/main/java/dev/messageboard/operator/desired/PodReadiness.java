package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.Pod;

/** Whether a pod gets traffic, as its kubelet says. */
public final class PodReadiness {

  private PodReadiness() {}

  public static boolean isReady(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }
}
