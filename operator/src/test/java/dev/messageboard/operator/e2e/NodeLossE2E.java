package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A node loses its power, and gets it back. It takes minutes to be missed: {@code make nightly}.
 */
@Tag("nightly")
@Isolated("what others have on that node goes, too")
class NodeLossE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String OPERATOR_NAMESPACE = "messageboard-system";
  private static final String BOARD = "team-per-node";
  private static final String HOST = "lost.example.org";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static Nodes nodes;
  private static LiveBoard board;

  /** Everything but the frontend's second half runs on the node that stays. */
  @BeforeAll
  static void startTheSample() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    nodes = new Nodes(client, namespace.name());
    Entrance.assumeIngressController(client);
    Nodes.assumeTheyAreOurs();
    board = namespace.board(BOARD);
    nodes.cordon(Nodes.LEAVING);
    try {
      restartTheOperator();
      Kubectl.apply(namespace.name(), Manifests.database());
      Kubectl.apply(
          namespace.name(),
          Manifests.sampleOnThatDatabase(
              "replicas-per-node.yaml", "ingress: {host: %s}".formatted(HOST)));
      board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    } finally {
      nodes.uncordon(Nodes.LEAVING);
    }
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void theBoardGoesOnWithThePodsOfTheOtherNodeAndSpreadsAgainWhenItIsBack() {
    awaitFrontend(Map.of(Nodes.STAYING, 2L, Nodes.LEAVING, 2L), 2);
    try (var door = Entrance.throughIngress(board, HOST)) {
      var message = door.pathOfAccepted("Ada", "before the power went");

      nodes.power("stop");
      try {
        awaitFrontend(Map.of(Nodes.STAYING, 2L), 1);
        try (var traffic = Traffic.through(door, Duration.ofMillis(100), "/", message)) {
          await().atMost(LIMIT).until(() -> traffic.answered() >= 100);
          traffic.stop().assertThatAllWereAnswered(100);
        }
      } finally {
        nodes.power("start");
      }
      awaitFrontend(Map.of(Nodes.STAYING, 2L, Nodes.LEAVING, 2L), 2);
      assertThat(door.get(message).statusCode()).isEqualTo(200);
    }
  }

  private static void awaitFrontend(Map<String, Long> wanted, int counted) {
    board.await("NodesCounted", c -> c.message().contains(counted + " of 2 nodes"), LIMIT);
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(nodes.podsOf(BOARD, "frontend")).isEqualTo(wanted);
              assertThat(board.condition("Ready").isTrue()).isTrue();
            });
  }

  private static void restartTheOperator() {
    var operator = "deployment/messageboard-operator";
    Kubectl.run(OPERATOR_NAMESPACE, "rollout", "restart", operator);
    Kubectl.run(OPERATOR_NAMESPACE, "rollout", "status", operator, "--timeout=180s");
  }
}
