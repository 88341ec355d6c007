package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Plays the controllers and kubelets that a lone API server lacks. */
final class Stage {

  private static final String REVISION = "deployment.kubernetes.io/revision";

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
    playStartedPod(deployment(board + "-api"), board + "-api-1");
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

  /** As its kubelet tells it. */
  void playReady(Pod pod) {
    var now = Instant.now().toString();
    client
        .resource(pod)
        .editStatus(
            live ->
                live.edit()
                    .editOrNewStatus()
                    .withPhase("Running")
                    .withStartTime(now)
                    .addNewCondition()
                    .withType("Ready")
                    .withStatus("True")
                    .withLastTransitionTime(now)
                    .endCondition()
                    .endStatus()
                    .build());
  }

  /** Changes the only container of a Deployment's pods, as a person would. */
  void editContainer(String deployment, UnaryOperator<Container> change) {
    client
        .resource(deployment(deployment))
        .edit(
            live -> {
              var pod = live.getSpec().getTemplate().getSpec();
              pod.setContainers(List.of(change.apply(pod.getContainers().get(0))));
              return live;
            });
  }

  void playAddress(Ingress ingress) {
    client
        .resource(ingress)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withNewLoadBalancer()
                    .addNewIngress()
                    .withHostname("balancer.example.org")
                    .endIngress()
                    .endLoadBalancer()
                    .endStatus()
                    .build());
  }

  /** With a new pod in place of those of older templates, if it is the API's. */
  void playRolledOut(Deployment deployment) {
    playReady(deployment);
    if ("api".equals(deployment.getMetadata().getLabels().get(Labels.COMPONENT))) {
      var name =
          deployment.getMetadata().getName() + "-" + deployment.getMetadata().getGeneration();
      client
          .pods()
          .inNamespace(namespace)
          .withLabels(deployment.getSpec().getSelector().getMatchLabels())
          .delete();
      playStartedPod(deployment, name);
    }
  }

  /** Says of a Deployment what its controller would. */
  void playStatus(Deployment deployment, String status) {
    client
        .resource(deployment)
        .editStatus(
            live ->
                live.edit()
                    .withStatus(Serialization.unmarshal("---\n" + status, DeploymentStatus.class))
                    .build());
  }

  /** A pod of a revision of a Deployment, faring as its status says. */
  void playPod(Deployment deployment, String revision, String status) {
    var template = deployment.getSpec().getTemplate();
    var name = deployment.getMetadata().getName() + "-r" + revision;
    var set =
        new ReplicaSetBuilder()
            .withMetadata(owned(name, deployment))
            .editMetadata()
            .addToAnnotations(REVISION, revision)
            .endMetadata()
            .withNewSpec()
            .withSelector(deployment.getSpec().getSelector())
            .withTemplate(template)
            .endSpec()
            .build();
    var pod =
        new PodBuilder()
            .withMetadata(owned(name + "-1", client.resource(set).create()))
            .withSpec(template.getSpec())
            .build();
    client.resource(pod).create();
    client
        .resource(pod)
        .editStatus(
            live ->
                live.edit()
                    .withStatus(Serialization.unmarshal("---\n" + status, PodStatus.class))
                    .build());
  }

  /** What the controller calls the newest revision. */
  void playRevision(Deployment deployment, String revision) {
    client
        .resource(deployment)
        .edit(
            live ->
                live.edit()
                    .editMetadata()
                    .addToAnnotations(REVISION, revision)
                    .endMetadata()
                    .build());
  }

  private ObjectMeta owned(String name, HasMetadata owner) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(owner.getMetadata().getLabels())
        .addNewOwnerReference()
        .withApiVersion(owner.getApiVersion())
        .withKind(owner.getKind())
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .withController(true)
        .endOwnerReference()
        .build();
  }

  void playMysqlReady(StatefulSet set) {
    client
        .resource(set)
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withObservedGeneration(live.getMetadata().getGeneration())
                    .withReplicas(1)
                    .withReadyReplicas(1)
                    .withAvailableReplicas(1)
                    .endStatus()
                    .build());
  }

  /** The claim that its controller makes for its pod. */
  void playVolume(StatefulSet set) {
    var template = set.getSpec().getVolumeClaimTemplates().get(0);
    var claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName(template.getMetadata().getName() + "-" + set.getMetadata().getName() + "-0")
            .withNamespace(namespace)
            .withLabels(template.getMetadata().getLabels())
            .endMetadata()
            .withSpec(template.getSpec())
            .build();
    if (client.resource(claim).get() == null) {
      client.resource(claim).create();
    }
  }

  void playMysqlReadyOnItsVolume(StatefulSet set) {
    playVolume(set);
    playMysqlReady(set);
  }

  private void playStartedPod(Deployment deployment, String name) {
    var template = deployment.getSpec().getTemplate();
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
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

  /** Of the board's MySQL. */
  PersistentVolumeClaim volume(String board) {
    return client
        .persistentVolumeClaims()
        .inNamespace(namespace)
        .withName("data-" + board + "-mysql-0")
        .get();
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
