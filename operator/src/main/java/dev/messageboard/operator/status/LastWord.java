package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How the latest pod of a Job ended. */
record LastWord(int exitCode, String reason, String text) {

  private static final String JOB = "batch.kubernetes.io/job-name";

  static Optional<LastWord> of(String job, List<Pod> pods) {
    return pods.stream()
        .filter(pod -> isOf(job, pod))
        .flatMap(LastWord::ends)
        .max(Comparator.comparing(end -> Objects.requireNonNullElse(end.getFinishedAt(), "")))
        .map(
            end ->
                new LastWord(
                    end.getExitCode(),
                    Objects.requireNonNullElse(end.getReason(), "Error"),
                    Objects.requireNonNullElse(end.getMessage(), "")));
  }

  static boolean isOf(String job, Pod pod) {
    return job.equals(pod.getMetadata().getLabels().get(JOB));
  }

  boolean isOfSuccess() {
    return exitCode == 0;
  }

  private static Stream<ContainerStateTerminated> ends(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(status -> status.getState() == null ? null : status.getState().getTerminated())
        .filter(Objects::nonNull);
  }
}
