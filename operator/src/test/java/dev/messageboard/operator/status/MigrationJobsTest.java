package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MigrationState;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationJobsTest {

  private static final String SUCCEEDED =
      "{succeeded: 1, startTime: a, completionTime: b, conditions: [{type: Complete, status:"
          + " 'True'}]}";
  private static final String FAILED =
      "{failed: 3, conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}";

  @Test
  void theVersionsAreWhatThePodSaidLast() {
    var told = read(SUCCEEDED, ended(0, "{\"from\": \"9\", \"to\": \"11\"}")).told();
    assertThat(told.state()).isEqualTo(MigrationState.Complete);
    assertThat(told.fromVersion()).isEqualTo("9");
    assertThat(told.toVersion()).isEqualTo("11");
    assertThat(told.attempts()).isEqualTo(1);
  }

  @Test
  void whatAPodSaidThatIsGoneStaysInTheStatus() {
    var before = read(SUCCEEDED, ended(0, "{\"from\": \"9\", \"to\": \"11\"}"));
    var seen = new DatabaseSeen(Optional.of("db:3306"), Optional.empty(), Optional.of(before));
    var status =
        new StatusAssembler(java.time.Clock.systemUTC())
            .assemble(Seen.serving().database(seen).now(), Optional.empty());
    var later = MigrationJobs.of(List.of(job(SUCCEEDED)), List.of(), Optional.of(status));
    assertThat(later.get(0).told().toVersion()).isEqualTo("11");
  }

  @Test
  void aFailureIsToldWithExitCodeAndLastLinesAndWithoutNames() {
    var failed =
        read(
            FAILED,
            ended(
                1, "V4__x.sql: ALTER command denied to user 'ann'@'10.0.0.7' for table 'message'"));
    assertThat(failed.is(MigrationState.Failed)).isTrue();
    assertThat(failed.failure().orElseThrow().message())
        .isEqualTo(
            "BackoffLimitExceeded: exit code 1 (Error): V4__x.sql: ALTER command denied to user ***"
                + " for table 'message'");
  }

  @Test
  void secretsAreCutOutOfWhatAProcessPrintedBeforeItDied() {
    assertThat(MigrationFailure.redacted("url?password=geheim&x\nPWD: \"geheim\""))
        .doesNotContain("geheim")
        .contains("password=***");
  }

  @Test
  void aPodThatCannotStartIsToldWhileTheJobWaitsForIt() {
    var waiting =
        "{state: {waiting: {reason: ImagePullBackOff, message: 'no image x:1'}}, name: migration}";
    assertThat(read("{active: 1}", pod(waiting)).failure().orElseThrow().message())
        .contains("ImagePullBackOff: no image x:1");
  }

  private static MigrationJob read(String status, Pod pod) {
    return MigrationJobs.of(List.of(job(status)), List.of(pod), Optional.empty()).get(0);
  }

  private static Job job(String status) {
    return Serialization.unmarshal(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: team-migrate-1, uid: j, annotations: {messageboard.dev/migration-target: t}}
        status: %s
        """
            .formatted(status),
        Job.class);
  }

  private static Pod ended(int code, String word) {
    return pod(
        "{name: migration, state: {terminated: {exitCode: %d, reason: %s, message: %s}}}"
            .formatted(code, code == 0 ? "Completed" : "Error", Serialization.asJson(word)));
  }

  private static Pod pod(String container) {
    return Serialization.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: team-migrate-1-x, labels: {batch.kubernetes.io/job-name: team-migrate-1}}
        status: {phase: Pending, containerStatuses: [%s]}
        """
            .formatted(container),
        Pod.class);
  }
}
