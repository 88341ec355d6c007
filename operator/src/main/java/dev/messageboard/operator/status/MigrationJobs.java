package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import dev.messageboard.operator.desired.DesiredMigrationJob;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a board's Jobs and what their pods said last. */
public final class MigrationJobs {

  private final List<Pod> pods;
  private final Optional<MigrationStatus> before;

  private MigrationJobs(List<Pod> pods, Optional<MigrationStatus> before) {
    this.pods = pods;
    this.before = before;
  }

  /**
   * @param previous remembers what a pod said that is gone
   */
  public static List<MigrationJob> of(
      List<Job> jobs, List<Pod> pods, Optional<MessageBoardStatus> previous) {
    var reader = new MigrationJobs(pods, previous.map(MessageBoardStatus::migration));
    return jobs.stream().map(reader::read).toList();
  }

  /** A login that began before the last of them was done knows nothing of what it did. */
  public static String occasion(List<MigrationJob> jobs) {
    return jobs.stream()
        .filter(job -> job.is(MigrationState.Complete))
        .map(MigrationJob::uid)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private MigrationJob read(Job job) {
    var name = job.getMetadata().getName();
    var status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
    var state = state(status);
    var word = LastWord.of(name, pods);
    var failure =
        state == MigrationState.Complete
            ? Optional.<Problem>empty()
            : pending(state, name).or(() -> MigrationFailure.of(condition(status, "Failed"), word));
    return new MigrationJob(
        job.getMetadata().getUid(),
        name,
        job.getMetadata().getAnnotations().get(DesiredMigrationJob.TARGET),
        job.getMetadata().getDeletionTimestamp() != null,
        new MigrationStatus(
            state,
            name,
            version(word, "from")
                .or(() -> remembered(name, MigrationStatus::fromVersion))
                .orElse(null),
            version(word, "to").or(() -> remembered(name, MigrationStatus::toVersion)).orElse(null),
            attempts(status),
            status.getStartTime(),
            status.getCompletionTime(),
            failure.map(Problem::message).orElse(null)),
        failure);
  }

  /** A pod that does not even start. */
  private Optional<Problem> pending(MigrationState state, String job) {
    return state == MigrationState.Running
        ? PodTrouble.firstOf(pods.stream().filter(pod -> LastWord.isOf(job, pod)).toList())
        : Optional.empty();
  }

  private static MigrationState state(JobStatus status) {
    if (condition(status, "Complete").isPresent()) {
      return MigrationState.Complete;
    }
    return condition(status, "Failed").isPresent() ? MigrationState.Failed : MigrationState.Running;
  }

  private static Optional<JobCondition> condition(JobStatus status, String type) {
    return status.getConditions().stream()
        .filter(c -> type.equals(c.getType()) && "True".equals(c.getStatus()))
        .findFirst();
  }

  private static int attempts(JobStatus status) {
    return Stream.of(status.getActive(), status.getFailed(), status.getSucceeded())
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .sum();
  }

  private Optional<String> remembered(String job, Function<MigrationStatus, String> field) {
    return before.filter(told -> job.equals(told.job())).map(field);
  }

  private static Optional<String> version(Optional<LastWord> word, String field) {
    return word.filter(LastWord::isOfSuccess)
        .map(
            end ->
                Pattern.compile("\"%s\":\\s*\"([0-9][0-9._]*)\"".formatted(field))
                    .matcher(end.text()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}
