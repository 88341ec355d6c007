package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;

/** How many pods a Deployment has, as its controller counts them. */
record Counts(
    int desired, int total, int updated, int ready, int available, boolean isOfThisGeneration) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0, false);

  static Counts of(Deployment deployment) {
    var status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
    return new Counts(
        deployment.getSpec().getReplicas(),
        number(status.getReplicas()),
        number(status.getUpdatedReplicas()),
        number(status.getReadyReplicas()),
        number(status.getAvailableReplicas()),
        status.getObservedGeneration() != null
            && status.getObservedGeneration() >= deployment.getMetadata().getGeneration());
  }

  /** New pods are still to come, or old ones still to go. */
  boolean isRollingOut() {
    return !isOfThisGeneration || updated < desired || total > updated;
  }

  boolean isRolledOut() {
    return !isRollingOut() && available == desired;
  }

  String told() {
    if (!isOfThisGeneration) {
      return "the newest spec has not been taken up yet";
    }
    var old = total - updated;
    return "%d of %d pods are ready%s, %d of the newest revision%s"
        .formatted(
            ready,
            desired,
            available < ready ? ", %d of them long enough".formatted(available) : "",
            updated,
            old == 0 ? "" : ", " + old + " of an older one");
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }
}
