package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.PodReadiness;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened to a pod, from how it looked before and looks now. */
public final class PodLife {

  private PodLife() {}

  public static PodEvent created(Pod pod) {
    return event(pod, "created", "Created");
  }

  /** Whatever is known of why it went. */
  public static PodEvent deleted(Pod pod) {
    var reason = Optional.ofNullable(pod.getStatus().getReason());
    return event(
        pod, "deleted", reason.or(() -> troubleOf(pod).map(Problem::reason)).orElse("Deleted"));
  }

  public static List<PodEvent> changed(Pod before, Pod after) {
    var ready =
        PodReadiness.isReady(after) && !PodReadiness.isReady(before)
            ? Optional.of(event(after, "ready", "Ready"))
            : Optional.<PodEvent>empty();
    var failed =
        troubleOf(after)
            .filter(trouble -> !trouble.reason().equals(reason(troubleOf(before))))
            .map(trouble -> event(after, "failed", trouble.reason()));
    var restarted =
        restarts(after) > restarts(before) && failed.isEmpty()
            ? Optional.of(event(after, "failed", lastExit(after)))
            : Optional.<PodEvent>empty();
    return Stream.of(ready, failed, restarted).flatMap(Optional::stream).toList();
  }

  private static Optional<Problem> troubleOf(Pod pod) {
    return PodTrouble.firstOf(List.of(pod));
  }

  private static String reason(Optional<Problem> trouble) {
    return trouble.map(Problem::reason).orElse("");
  }

  private static int restarts(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .mapToInt(container -> Objects.requireNonNullElse(container.getRestartCount(), 0))
        .sum();
  }

  private static String lastExit(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(container -> container.getLastState())
        .filter(state -> state != null && state.getTerminated() != null)
        .map(state -> state.getTerminated().getReason())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("Restarted");
  }

  private static PodEvent event(Pod pod, String event, String reason) {
    var metadata = pod.getMetadata();
    return new PodEvent(
        metadata.getNamespace(),
        metadata.getLabels().getOrDefault(Labels.INSTANCE, ""),
        metadata.getLabels().getOrDefault(Labels.COMPONENT, ""),
        metadata.getName(),
        event,
        reason);
  }
}
