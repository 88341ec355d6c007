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

/** The node of a database of a board's own loses its power and gets it back at once. */
@Tag("nightly")
@Isolated("what others have on that node goes, too")
class NodeRestartE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String BOARD = "team-dev";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static Nodes nodes;
  private static LiveBoard board;

  @BeforeAll
  static void startTheSampleOnTheNodeThatMayGo() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    nodes = new Nodes(client, namespace.name());
    Nodes.assumeTheyAreOurs();
    board = namespace.board(BOARD);
    nodes.cordon(Nodes.STAYING);
    try {
      Kubectl.apply(
          namespace.name(), onTheDefaultStorage(Manifests.boardOf("database-embedded.yaml")));
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
  void theBoardHasItsMessagesAgainWhenTheNodeIsBack() {
    assertThat(nodes.podsOf(BOARD, "mysql")).isEqualTo(Map.of(Nodes.LEAVING, 1L));
    String message;
    try (var door = board.frontDoor()) {
      message = door.pathOfAccepted("Ada", "before the power went");
    }
    try {
      nodes.power("stop");
    } finally {
      nodes.power("start");
    }
    await("a MySQL that started anew").atMost(LIMIT).until(() -> restarts() == 1);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    await("the message").atMost(LIMIT).ignoreExceptions().until(() -> statusOf(message) == 200);
  }

  /** The class of the sample is not the name that it has everywhere. */
  private static String onTheDefaultStorage(String board) {
    return board.replaceFirst("(?m)^ +storageClassName: .*\\n", "");
  }

  private static int statusOf(String message) {
    try (var door = board.frontDoor()) {
      return door.get(message).statusCode();
    }
  }

  private static int restarts() {
    var pod = client.pods().inNamespace(namespace.name()).withName(BOARD + "-mysql-0").get();
    return pod.getStatus().getContainerStatuses().get(0).getRestartCount();
  }
}
