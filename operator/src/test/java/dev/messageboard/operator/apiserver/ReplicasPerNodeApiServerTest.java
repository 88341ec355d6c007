package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.workflow.NodeWatch;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** As many pods as there are nodes; nodes come and go. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReplicasPerNodeApiServerTest extends BoardsOnApiServer {

  private static final String PER_NODE =
      "{version: 0.1.0, migration: {mode: Disabled}, api: {replicas: 1, replicasPerNode: 2}, database: {embedded: {}, check: {mode: Disabled}}}";

  @AfterEach
  void removeTheNodes() {
    client.nodes().delete();
  }

  @Test
  void theCountFollowsTheNodes() {
    join("a");
    join("b");
    create("first", PER_NODE);
    awaitReplicas("first", 4);
    create("team", PER_NODE);
    awaitReplicas("team", 4);
    awaitCondition("team", "NodesCounted", "True Counted: api: 2 of 2 nodes take its pods");
    assertThat(audit.writes(namespace).stream().filter("patch deployments team-api"::equals))
        .as("nodes that are known already are counted before the first write")
        .hasSize(1);
    join("c");
    awaitReplicas("team", 6);
    cordon("a");
    awaitReplicas("team", 4);
    client.nodes().withName("b").delete();
    awaitReplicas("team", 2);
  }

  /**
   * A count that fell with the cordon would take the pod of either node away, and let a budget of
   * one unavailable pod allow to evict the last one.
   */
  @Test
  void aNodeThatIsDrainedCountsUntilItsPodHasLeft() {
    join("a");
    join("b");
    create("team", PER_NODE.replace("replicasPerNode: 2", "replicasPerNode: 1"));
    awaitReplicas("team", 2);
    runReadyPod("on-a", "a");
    runReadyPod("on-b", "b");
    cordon("a");
    awaitCondition(
        "team",
        "NodesCounted",
        "True Counted: api: 1 of 2 nodes take its pods, 1 more count until their pods have left");
    assertThat(replicas("team")).as("of which the budget lets one go").isEqualTo(2);

    client.pods().inNamespace(namespace).withName("on-a").withGracePeriod(0).delete();
    awaitReplicas("team", 1);
  }

  private void runReadyPod(String name, String node) {
    var template = stage.deployment("team-api").getSpec().getTemplate();
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .withLabels(template.getMetadata().getLabels())
            .endMetadata()
            .withSpec(template.getSpec().edit().withNodeName(node).build())
            .build();
    client.resource(pod).create();
    stage.playReady(pod);
  }

  @Test
  void theLastNodeThatIsTakenAwayLeavesTheBoardOnTheAir() {
    join("a");
    create("team", PER_NODE);
    awaitReplicas("team", 2);
    cordon("a");
    awaitCondition("team", "NodesCounted", "True Counted: api: 0 of 1 nodes take its pods");
    assertThat(replicas("team")).isEqualTo(2);
  }

  /** As after a restart without the right to see nodes: the cache has none. */
  @Test
  void whileNoNodeCanBeSeenTheCountStaysAsItIs() {
    join("a");
    create("team", PER_NODE);
    awaitReplicas("team", 2);
    client.nodes().withName("a").delete();
    awaitCondition("team", "NodesCounted", "False NodesNotReadable");
    assertThat(replicas("team")).as("not the 1 of spec.api.replicas").isEqualTo(2);
  }

  @Test
  void whoDoesNotAskForItAnyMoreGetsThePlainReplicasAgain() {
    join("a");
    create("team", PER_NODE);
    awaitReplicas("team", 2);
    patch("team", "{\"spec\":{\"api\":{\"replicasPerNode\":null}}}");
    awaitReplicas("team", 1);
    awaitCondition("team", "NodesCounted", "absent");
  }

  /** A watch of its own: the operator's is shared by all boards that were made before. */
  @Test
  void withoutTheRightToSeeNodesThereAreNoneUntilItIsGiven() {
    var role = client.rbac().clusterRoles().withName(Grants.NODE_ROLE);
    var before = role.get();
    create("team", PER_NODE);
    join("a");
    role.edit(live -> live.edit().withRules().build());
    try (var operator =
        new KubernetesClientBuilder().withConfig(RealApiServer.running().operator()).build()) {
      var watch = new NodeWatch(operator);
      watch.setEventHandler(event -> {});
      var board = stage.board("team");
      watch.onResourceCreated(board);
      assertThat(watch.getSecondaryResources(board)).isEmpty();
      role.edit(live -> live.edit().withRules(before.getRules()).build());
      await().atMost(SOON).until(() -> watch.getSecondaryResources(board).size() == 1);
      watch.stop();
    } finally {
      role.edit(live -> live.edit().withRules(before.getRules()).build());
    }
  }

  @Test
  void theSampleFollowsTheNodes() {
    join("a");
    Samples.createBoard(client, namespace, "replicas-per-node.yaml");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(stage.condition("team-per-node", "NodesCounted"))
                    .startsWith("True Counted"));
  }

  /** The API server taints a new node until its kubelet reports, of which there is none. */
  private void join(String name) {
    client
        .resource(new NodeBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    client
        .nodes()
        .withName(name)
        .edit(live -> live.edit().editOrNewSpec().withTaints().endSpec().build());
  }

  private void cordon(String name) {
    client
        .nodes()
        .withName(name)
        .edit((Node live) -> live.edit().editSpec().withUnschedulable(true).endSpec().build());
  }

  private void awaitReplicas(String name, int count) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(stage.deployment(name + "-api")).isNotNull();
              assertThat(replicas(name)).isEqualTo(count);
            });
  }

  private int replicas(String name) {
    return stage.deployment(name + "-api").getSpec().getReplicas();
  }
}
