package dev.messageboard.operator.workflow;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.util.List;
import java.util.Set;

/** What is read of how a pod fares: whether it was placed and is ready, and why it stops. */
final class TrimmedStatus {

  private static final Set<String> CONDITIONS = Set.of("PodScheduled", "Ready");

  private TrimmedStatus() {}

  static PodStatus of(PodStatus full) {
    return full == null
        ? new PodStatus()
        : new PodStatusBuilder()
            .withPhase(full.getPhase())
            .withReason(full.getReason())
            .withMessage(full.getMessage())
            .withConditions(conditions(full.getConditions()))
            .withContainerStatuses(containers(full.getContainerStatuses()))
            .withInitContainerStatuses(containers(full.getInitContainerStatuses()))
            .build();
  }

  private static List<PodCondition> conditions(List<PodCondition> all) {
    return all.stream()
        .filter(condition -> CONDITIONS.contains(condition.getType()))
        .map(
            condition ->
                new PodConditionBuilder()
                    .withType(condition.getType())
                    .withStatus(condition.getStatus())
                    .withReason(condition.getReason())
                    .withMessage(condition.getMessage())
                    .build())
        .toList();
  }

  private static List<ContainerStatus> containers(List<ContainerStatus> all) {
    return all.stream()
        .map(
            container ->
                new ContainerStatusBuilder()
                    .withName(container.getName())
                    .withStarted(container.getStarted())
                    .withRestartCount(container.getRestartCount())
                    .withState(state(container.getState()))
                    .withLastState(state(container.getLastState()))
                    .build())
        .toList();
  }

  private static ContainerState state(ContainerState full) {
    return full == null
        ? null
        : new ContainerStateBuilder()
            .withWaiting(full.getWaiting())
            .withTerminated(end(full.getTerminated()))
            .build();
  }

  private static ContainerStateTerminated end(ContainerStateTerminated full) {
    return full == null
        ? null
        : new ContainerStateTerminatedBuilder()
            .withExitCode(full.getExitCode())
            .withReason(full.getReason())
            .withMessage(full.getMessage())
            .withFinishedAt(full.getFinishedAt())
            .build();
  }
}
