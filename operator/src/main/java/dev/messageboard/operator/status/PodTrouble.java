package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a pod does not start or does not stay up, in the words of Kubernetes. */
final class PodTrouble {

  private static final Set<String> NORMAL = Set.of("ContainerCreating", "PodInitializing");
  private static final int ENOUGH = 400;

  private PodTrouble() {}

  static Optional<Problem> firstOf(List<Pod> pods) {
    return pods.stream().flatMap(pod -> of(pod).stream()).findFirst();
  }

  private static Optional<Problem> of(Pod pod) {
    return Stream.of(unscheduled(pod), evicted(pod), waiting(pod))
        .flatMap(Optional::stream)
        .findFirst()
        .map(problem -> named(pod, problem));
  }

  private static Optional<Problem> unscheduled(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(c -> "PodScheduled".equals(c.getType()) && "False".equals(c.getStatus()))
        .filter(c -> "Unschedulable".equals(c.getReason()))
        .map(c -> new Problem(c.getReason(), c.getMessage()))
        .findFirst();
  }

  private static Optional<Problem> evicted(Pod pod) {
    var status = pod.getStatus();
    return "Failed".equals(status.getPhase()) && status.getReason() != null
        ? Optional.of(new Problem(status.getReason(), status.getMessage()))
        : Optional.empty();
  }

  private static Optional<Problem> waiting(Pod pod) {
    var status = pod.getStatus();
    return Stream.concat(
            status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream())
        .flatMap(container -> waiting(container).stream())
        .findFirst();
  }

  private static Optional<Problem> waiting(ContainerStatus container) {
    return Optional.ofNullable(container.getState())
        .map(ContainerState::getWaiting)
        .filter(waiting -> waiting.getReason() != null && !NORMAL.contains(waiting.getReason()))
        .map(
            waiting ->
                "CrashLoopBackOff".equals(waiting.getReason())
                    ? new Problem(waiting.getReason(), lastExit(container))
                    : new Problem(waiting.getReason(), waiting.getMessage()));
  }

  /** Kubernetes' own message counts seconds, and would make a new status of each. */
  private static String lastExit(ContainerStatus container) {
    var last = container.getLastState() == null ? null : container.getLastState().getTerminated();
    return last == null
        ? "container " + container.getName() + " keeps stopping"
        : "container %s keeps stopping, last with exit code %d (%s)"
            .formatted(container.getName(), last.getExitCode(), last.getReason());
  }

  private static Problem named(Pod pod, Problem problem) {
    var text = problem.message() == null ? "no more is known" : problem.message();
    var brief = text.length() <= ENOUGH ? text : text.substring(0, ENOUGH) + "...";
    return new Problem(
        problem.reason(),
        "pod %s: %s: %s".formatted(pod.getMetadata().getName(), problem.reason(), brief));
  }
}
