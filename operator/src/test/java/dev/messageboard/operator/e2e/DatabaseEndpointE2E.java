package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A board whose database settings change to a place that nobody reaches. */
class DatabaseEndpointE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void startABoardOnTheDatabaseOfAnother() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    board = namespace.board("moving");
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(
        namespace.name(),
        Manifests.boardOnThatDatabase("moving", "frontend: {replicas: 1}", "api: {replicas: 1}"));
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void anEndpointThatNoPodReachedIsNotReadyWhileTheOldPodsKeepServing() {
    moveTo("nowhere.invalid");

    var database = board.await("DatabaseReady", c -> !c.isTrue(), LIMIT);
    assertThat(database.message()).contains("nowhere.invalid");
    assertThat(board.condition("Ready").isTrue()).isFalse();
    var body = "on the database before " + UUID.randomUUID();
    try (var door = board.frontDoor()) {
      door.accepted("Ada", body);
      door.awaitInList(body);
    }
    assertThat(board.condition("ApiAvailable").isTrue()).isTrue();
    assertThat(board.condition("DatabaseReady").isTrue()).isFalse();

    moveTo("owner-mysql");

    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    assertThat(board.condition("DatabaseReady").isTrue()).isTrue();
  }

  private static void moveTo(String host) {
    var patch = "{\"spec\":{\"database\":{\"external\":{\"host\":\"%s\"}}}}".formatted(host);
    Kubectl.run(namespace.name(), "patch", "mb/moving", "--type=merge", "-p", patch);
  }
}
