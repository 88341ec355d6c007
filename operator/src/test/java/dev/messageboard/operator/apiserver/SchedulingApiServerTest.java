package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * Where the real scheduler puts the pods of a tier, though one node is far emptier than others, and
 * what keeps the real controllers from making them. On an API server without the boards of other
 * tests: those controllers make pods for every Deployment there is.
 */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class SchedulingApiServerTest extends BoardsOnApiServer {

  private static final String TWO_PODS =
      "{version: 0.1.0, migration: {mode: Disabled}, api: {replicas: 2}, frontend: {replicas: 0},"
          + " database: {embedded: {}, check: {mode: Disabled}}}";

  private static final String NOWHERE = "";
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final int FEW = 2;
  private static final int MANY = 64;

  private KubeApiServer server;
  private KubeProcess controllers;
  private KubeProcess scheduler;
  private KillableOperator operator;
  private Kubelets kubelets;

  @Override
  @BeforeAll
  void connect() {
    server = KubeApiServer.start();
    Cluster.install(server);
    client = new KubernetesClientBuilder().withConfig(server.admin()).build();
    controllers =
        KubeProcess.controllers(server.admin(), "deployment-controller", "replicaset-controller");
    scheduler = KubeProcess.scheduler(server.admin());
    operator =
        KillableOperator.start(server.operator(), UnaryOperator.identity(), new Interceptor() {});
    kubelets = new Kubelets(client);
  }

  @AfterAll
  void stopThemAll() {
    kubelets.close();
    operator.close();
    scheduler.close();
    controllers.close();
    server.close();
  }

  @AfterEach
  void takeTheNodesAway() {
    client.nodes().delete();
  }

  @Test
  void onNodesWithoutZonesTheyLieOnDifferentOnes() {
    join("few-1", NOWHERE, FEW);
    join("few-2", NOWHERE, FEW);
    join("many", NOWHERE, MANY);
    create("team", TWO_PODS);
    assertThat(nodesOf(rolledOut(""))).doesNotHaveDuplicates();
  }

  @Test
  void aRolloutDoesNotGatherThemOnANodeThatHasJoinedSince() {
    join("few-1", NOWHERE, FEW);
    join("few-2", NOWHERE, FEW);
    create("team", TWO_PODS);
    assertThat(nodesOf(rolledOut(""))).containsExactlyInAnyOrder("few-1", "few-2");
    join("many", NOWHERE, MANY);
    patch("team", "{\"spec\":{\"restartTrigger\":\"again\"}}");
    assertThat(nodesOf(rolledOut("again"))).contains("many").doesNotHaveDuplicates();
  }

  @Test
  void onNodesWithZonesTheyLieInDifferentZonesAndAfterARolloutToo() {
    join("few-1", "one", FEW);
    join("few-2", "two", FEW);
    create("team", TWO_PODS);
    assertThat(zonesOf(rolledOut(""))).doesNotHaveDuplicates();
    join("many-1", "one", MANY);
    join("many-2", "one", MANY);
    patch("team", "{\"spec\":{\"restartTrigger\":\"again\"}}");
    assertThat(zonesOf(rolledOut("again"))).doesNotHaveDuplicates();
  }

  /** The operator's own pods would be admitted: somebody changed them, and may. */
  @Test
  void podsThatPodSecurityRefusesSayWhyInItsWords() {
    client
        .namespaces()
        .withName(namespace)
        .edit(
            live ->
                live.edit()
                    .editMetadata()
                    .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                    .endMetadata()
                    .build());
    join("roomy", NOWHERE, MANY);
    create("team", EMBEDDED.replace("version:", "driftPolicy: Report, version:"));
    awaitChildren("team");
    letEscalate("team-api");
    awaitCondition("team", "ApiAvailable", "False FailedCreate: FailedCreate: pods ");
    assertThat(stage.condition("team", "ApiAvailable"))
        .contains("is forbidden: violates PodSecurity \"restricted:latest\"")
        .contains("allowPrivilegeEscalation != false");
    assertThat(stage.condition("team", "Ready")).startsWith("False FailedCreate: api: ");
  }

  /** The API's pods, once they are of this trigger and the others are about to end. */
  private List<Pod> rolledOut(String trigger) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(pods())
                    .hasSize(2)
                    .allMatch(pod -> trigger.equals(triggerOf(pod)))
                    .allMatch(pod -> pod.getSpec().getNodeName() != null));
    return pods();
  }

  private List<Pod> pods() {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel(Labels.COMPONENT, "api")
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  private static String triggerOf(Pod pod) {
    return pod.getMetadata().getAnnotations().getOrDefault("messageboard.dev/restart-trigger", "");
  }

  private static List<String> nodesOf(List<Pod> pods) {
    return pods.stream().map(pod -> pod.getSpec().getNodeName()).toList();
  }

  private List<String> zonesOf(List<Pod> pods) {
    return nodesOf(pods).stream()
        .map(node -> client.nodes().withName(node).get().getMetadata().getLabels().get(ZONE))
        .toList();
  }

  /** The API server taints a new node until its kubelet reports, of which there is none. */
  private void join(String name, String zone, int cores) {
    var labels = new TreeMap<>(Map.of("kubernetes.io/hostname", name));
    if (!NOWHERE.equals(zone)) {
      labels.put(ZONE, zone);
    }
    var room =
        Map.of(
            "cpu", new Quantity(cores + ""),
            "memory", new Quantity(cores + "Gi"),
            "pods", new Quantity("110"));
    var node = client.nodes().withName(name);
    client
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .build())
        .create();
    node.editStatus(
        live ->
            live.edit().editStatus().withCapacity(room).withAllocatable(room).endStatus().build());
    node.edit(live -> live.edit().editOrNewSpec().withTaints().endSpec().build());
  }

  /** Whoever else writes the Deployment meanwhile. */
  private void letEscalate(String deployment) {
    client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(deployment)
        .patch(
            PatchContext.of(PatchType.STRATEGIC_MERGE),
            "spec: {template: {spec: {containers: [{name: api, securityContext: {allowPrivilegeEscalation: true}}]}}}");
  }
}
