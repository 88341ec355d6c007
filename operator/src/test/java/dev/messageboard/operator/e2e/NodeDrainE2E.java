package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node is drained for maintenance, and put back. */
class NodeDrainE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String BOARD = "team-per-node";
  private static final String HOST = "drained.example.org";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static Nodes nodes;
  private static LiveBoard board;

  /** Both pods of the API start on the node that is to be drained: only a budget keeps one. */
  @BeforeAll
  static void startTheSampleOnTheNodeThatIsToLeave() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    nodes = new Nodes(client, namespace.name());
    Entrance.assumeIngressController(client);
    Nodes.assumeTheyAreOurs();
    board = namespace.board(BOARD);
    Kubectl.apply(namespace.name(), Manifests.database());
    nodes.cordon(Nodes.STAYING);
    try {
      Kubectl.apply(
          namespace.name(),
          Manifests.sampleOnThatDatabase(
              "replicas-per-node.yaml", "ingress: {host: %s}".formatted(HOST)));
      board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    } finally {
      nodes.uncordon(Nodes.STAYING);
    }
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void itsPodsMoveOneByOneNobodyIsTurnedAwayAndTheCountFollowsTheNodes() {
    awaitPods("frontend", Map.of(Nodes.STAYING, 2L, Nodes.LEAVING, 2L));
    awaitPods("api", Map.of(Nodes.LEAVING, 2L));
    try (var api = new ScaleWatch(client, namespace.name(), BOARD + "-api");
        var door = Entrance.throughIngress(board, HOST);
        var traffic =
            Traffic.through(
                door,
                Duration.ofMillis(100),
                "/",
                door.pathOfAccepted("Ada", "before the node left"))) {
      nodes.drain(Nodes.LEAVING, BOARD);
      awaitPods("api", Map.of(Nodes.STAYING, 2L));
      awaitPods("frontend", Map.of(Nodes.STAYING, 2L));
      traffic.stop().assertThatAllWereAnswered(20);
      assertThat(api.looks()).allMatch(look -> look.ready() >= 1);
    } finally {
      nodes.uncordon(Nodes.LEAVING);
    }
    awaitPods("frontend", Map.of(Nodes.STAYING, 2L, Nodes.LEAVING, 2L));
  }

  /** With the board Ready, which counts them all. */
  private static void awaitPods(String tier, Map<String, Long> wanted) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(nodes.podsOf(BOARD, tier)).as(tier).isEqualTo(wanted);
              assertThat(board.condition("Ready").isTrue()).isTrue();
            });
  }
}
