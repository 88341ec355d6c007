package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** Plays the controllers and kubelets that a lone API server lacks. */
final class Stage {

  private final KubernetesClient client;
  private final String namespace;

  Stage(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  void playAllReady(String board) {
    playMysqlReady(statefulSet(board + "-mysql"));
    playTiersReady(board);
  }

  void playTiersReady(String board) {
    playReady(deployment(board + "-frontend"));
    playReady(deployment(board + "-api"));
    playStartedPod(deployment(board + "-api"));
  }

  void playReady(Deployment deployment) {
    client
        .resource(deployment)
        .editStatus(
            live -> {
              int replicas = live.getSpec().getReplicas();
              return live.edit()
                  .withNewStatus()
                  .withObservedGeneration(live.getMetadata().getGeneration())
                  .withReplicas(replicas)
                  .withUpdatedReplicas(replicas)
                  .withReadyReplicas(replicas)
                  .withAvailableReplicas(replicas)
                  .endStatus()
                  .build();
            });
  }

  private void playMysqlReady(StatefulSet set) {
    client
        .resource(set)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withReplicas(1)
                    .withReadyReplicas(1)
                    .withAvailableReplicas(1)
                    .endStatus()
                    .build());
  }

  private void playStartedPod(Deployment deployment) {
    var template = deployment.getSpec().getTemplate();
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(deployment.getMetadata().getName() + "-1")
            .withNamespace(namespace)
            .withLabels(template.getMetadata().getLabels())
            .withAnnotations(template.getMetadata().getAnnotations())
            .endMetadata()
            .withSpec(template.getSpec())
            .build();
    client.resource(pod).create();
    client.resource(pod).editStatus(Stage::started);
  }

  private static Pod started(Pod live) {
    return live.edit()
        .withNewStatus()
        .withPhase("Running")
        .addNewContainerStatus()
        .withName("api")
        .withImage("api")
        .withImageID("api")
        .withReady(true)
        .withStarted(true)
        .withRestartCount(0)
        .withNewState()
        .withNewRunning()
        .endRunning()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build();
  }

  Deployment deployment(String name) {
    return client.apps().deployments().inNamespace(namespace).withName(name).get();
  }

  StatefulSet statefulSet(String name) {
    return client.apps().statefulSets().inNamespace(namespace).withName(name).get();
  }

  MessageBoard board(String name) {
    return client.resources(MessageBoard.class).inNamespace(namespace).withName(name).get();
  }

  /** "status reason: message" of a condition, or "absent". */
  String condition(String name, String type) {
    var status = board(name).getStatus();
    if (status == null) {
      return "absent";
    }
    return status.conditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(c -> c.getStatus() + " " + c.getReason() + ": " + c.getMessage())
        .findFirst()
        .orElse("absent");
  }

  Map<String, String> config(String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get().getData();
  }
}
