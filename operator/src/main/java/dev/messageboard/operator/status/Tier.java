package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/** One tier, as its Deployment and the newest pods tell. */
record Tier(
    Component component,
    boolean exists,
    String image,
    Counts counts,
    boolean isReplacingPods,
    Optional<Problem> trouble,
    Optional<Problem> deadline) {

  static Tier of(Component tier, BoardObservation seen) {
    return seen.deployment(tier)
        .map(found -> of(tier, found, seen))
        .orElseGet(
            () ->
                new Tier(
                    tier, false, null, Counts.NONE, false, Optional.empty(), Optional.empty()));
  }

  private static Tier of(Component tier, Deployment deployment, BoardObservation seen) {
    return new Tier(
        tier,
        true,
        ImageOf.part(tier, deployment.getSpec().getTemplate().getSpec()),
        Counts.of(deployment),
        isReplacingPods(deployment),
        trouble(deployment, seen),
        condition(deployment, "Progressing", "False"));
  }

  boolean serves() {
    return counts.available() > 0;
  }

  boolean isAskedForNone() {
    return exists && counts.desired() == 0;
  }

  String summary() {
    return counts.ready() + "/" + counts.desired();
  }

  /** Neither more pods nor a lost one are a rollout: the newest revision stays available. */
  private static boolean isReplacingPods(Deployment deployment) {
    var counts = Counts.of(deployment);
    if (counts.desired() == 0) {
      return false;
    }
    return counts.total() > counts.updated()
        || condition(deployment, "Progressing", "True")
            .map(progress -> !"NewReplicaSetAvailable".equals(progress.reason()))
            .orElseGet(counts::isRollingOut);
  }

  /** Quota and Pod Security refuse a pod before there is one to look at. */
  private static Optional<Problem> trouble(Deployment deployment, BoardObservation seen) {
    return condition(deployment, "ReplicaFailure", "True")
        .or(() -> PodTrouble.firstOf(NewestPods.of(deployment, seen)))
        .or(() -> condition(deployment, "Progressing", "False"));
  }

  private static Optional<Problem> condition(Deployment deployment, String type, String status) {
    return Optional.ofNullable(deployment.getStatus()).stream()
        .flatMap(told -> told.getConditions().stream())
        .filter(c -> type.equals(c.getType()) && status.equals(c.getStatus()))
        .map(c -> new Problem(c.getReason(), c.getReason() + ": " + c.getMessage()))
        .findFirst();
  }
}
