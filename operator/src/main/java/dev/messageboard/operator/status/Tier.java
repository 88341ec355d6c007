package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Component;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import java.util.Optional;

/** One tier in figures, as its Deployment and the newest pods tell. */
record Tier(
    Component component,
    boolean exists,
    String image,
    int desired,
    int ready,
    int updated,
    int available,
    boolean isRolledOut,
    Optional<Problem> trouble,
    Optional<Problem> deadline) {

  static Tier frontend(BoardObservation seen) {
    return of(Component.FRONTEND, seen.frontend(), seen);
  }

  static Tier api(BoardObservation seen) {
    return of(Component.API, seen.api(), seen);
  }

  private static Tier of(Component tier, Optional<Deployment> deployment, BoardObservation seen) {
    return deployment
        .map(found -> of(tier, found, seen))
        .orElseGet(
            () ->
                new Tier(tier, false, null, 0, 0, 0, 0, false, Optional.empty(), Optional.empty()));
  }

  private static Tier of(Component tier, Deployment deployment, BoardObservation seen) {
    var status = deployment.getStatus();
    int desired = deployment.getSpec().getReplicas();
    int updated = status == null ? 0 : number(status.getUpdatedReplicas());
    int available = status == null ? 0 : number(status.getAvailableReplicas());
    boolean isCurrent =
        status != null
            && status.getObservedGeneration() != null
            && status.getObservedGeneration() >= deployment.getMetadata().getGeneration();
    return new Tier(
        tier,
        true,
        deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getImage(),
        desired,
        status == null ? 0 : number(status.getReadyReplicas()),
        updated,
        available,
        isCurrent
            && updated == desired
            && available == desired
            && number(status.getReplicas()) == desired,
        trouble(deployment, seen),
        condition(deployment, "Progressing", "False"));
  }

  boolean serves() {
    return available > 0;
  }

  String summary() {
    return ready + "/" + desired;
  }

  /** Quota and Pod Security refuse a pod before there is one to look at. */
  private static Optional<Problem> trouble(Deployment deployment, BoardObservation seen) {
    return condition(deployment, "ReplicaFailure", "True")
        .or(() -> PodTrouble.firstOf(NewestPods.of(deployment, seen)))
        .or(() -> condition(deployment, "Progressing", "False"));
  }

  private static Optional<Problem> condition(Deployment deployment, String type, String status) {
    return Optional.ofNullable(deployment.getStatus()).stream()
        .flatMap(s -> s.getConditions().stream())
        .filter(c -> type.equals(c.getType()) && status.equals(c.getStatus()))
        .map(
            (DeploymentCondition c) ->
                new Problem(c.getReason(), c.getReason() + ": " + c.getMessage()))
        .findFirst();
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }
}
