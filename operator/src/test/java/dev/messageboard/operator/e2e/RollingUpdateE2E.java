package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A board moves to another version under its readers' eyes. {@code MESSAGEBOARD_NEXT_VERSION} is a
 * second tag of the images that the nodes have or can pull.
 */
class RollingUpdateE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String HOST = "rolling.example.org";
  private static final String NEXT = System.getenv("MESSAGEBOARD_NEXT_VERSION");

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void startABoardBehindAnIngress() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Entrance.assumeIngressController(client);
    Entrance.assume(NEXT != null, "a rolling update, for want of MESSAGEBOARD_NEXT_VERSION");
    board = namespace.board("rolling");
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(
        namespace.name(),
        Manifests.boardOnThatDatabase(
            "rolling",
            "frontend: {replicas: 2}",
            "api: {replicas: 2}",
            "ingress: {host: %s}".formatted(HOST)));
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void anotherVersionOfBothTiersRollsOutWithoutAFailedRequest() {
    try (var door = Entrance.throughIngress(board, HOST);
        var traffic =
            Traffic.through(
                door,
                Duration.ofMillis(100),
                "/",
                door.pathOfAccepted("Ada", "before the update"))) {
      Kubectl.run(
          namespace.name(),
          "patch",
          "mb/rolling",
          "--type=merge",
          "-p",
          "{\"spec\":{\"version\":\"%s\"}}".formatted(NEXT));
      board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
      traffic.stop().assertThatAllWereAnswered(100);
    }
    assertThat(Kubectl.run(namespace.name(), "get", "mb/rolling", "-o=jsonpath={.status.version}"))
        .isEqualTo(NEXT);
    assertThat(imagesOfPods()).isNotEmpty().allMatch(image -> image.endsWith(":" + NEXT));
  }

  private static List<String> imagesOfPods() {
    return client
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app.kubernetes.io/instance", "rolling")
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .map(pod -> pod.getSpec().getContainers().get(0).getImage())
        .toList();
  }
}
