package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;

/** Plays what the Job controller and a kubelet make of migration Jobs. */
final class JobStage {

  private static final String NOW = "2026-11-21T12:00:00Z";

  private final KubernetesClient client;
  private final String namespace;

  JobStage(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  List<Job> jobs() {
    return client.batch().v1().jobs().inNamespace(namespace).list().getItems();
  }

  void playDone(Job job, String from, String to) {
    playPod(job, 0, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to));
    client
        .resource(job)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withSucceeded(1)
                    .withStartTime(NOW)
                    .withCompletionTime(NOW)
                    .withNewUncountedTerminatedPods()
                    .endUncountedTerminatedPods()
                    .addNewCondition()
                    .withType("SuccessCriteriaMet")
                    .withStatus("True")
                    .endCondition()
                    .addNewCondition()
                    .withType("Complete")
                    .withStatus("True")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  /** Of which the Job has more. */
  void playFailedAttempt(Job job, String lastWord) {
    playPod(job, 1, lastWord);
  }

  void playFailed(Job job, String lastWord) {
    playFailedAttempt(job, lastWord);
    client
        .resource(job)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withFailed(3)
                    .withStartTime(NOW)
                    .withNewUncountedTerminatedPods()
                    .endUncountedTerminatedPods()
                    .addNewCondition()
                    .withType("FailureTarget")
                    .withStatus("True")
                    .withReason("BackoffLimitExceeded")
                    .endCondition()
                    .addNewCondition()
                    .withType("Failed")
                    .withStatus("True")
                    .withReason("BackoffLimitExceeded")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  private void playPod(Job job, int code, String lastWord) {
    var template = job.getSpec().getTemplate();
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(job.getMetadata().getName() + "-1")
            .withNamespace(namespace)
            .withLabels(template.getMetadata().getLabels())
            .addToLabels(Map.of("batch.kubernetes.io/job-name", job.getMetadata().getName()))
            .endMetadata()
            .withSpec(template.getSpec())
            .build();
    client.resource(pod).create();
    client.resource(pod).editStatus(live -> ended(live, code, lastWord));
  }

  private static Pod ended(Pod live, int code, String lastWord) {
    return live.edit()
        .withNewStatus()
        .withPhase(code == 0 ? "Succeeded" : "Failed")
        .addNewContainerStatus()
        .withName("migration")
        .withImage("api")
        .withImageID("api")
        .withReady(false)
        .withRestartCount(0)
        .withNewState()
        .withNewTerminated()
        .withExitCode(code)
        .withReason(code == 0 ? "Completed" : "Error")
        .withFinishedAt(NOW)
        .withMessage(lastWord)
        .endTerminated()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build();
  }
}
