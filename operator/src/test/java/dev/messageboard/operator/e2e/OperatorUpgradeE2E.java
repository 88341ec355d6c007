package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The operator moves to the next version and back while a board serves. {@code
 * MESSAGEBOARD_NEXT_OPERATOR} is an image built as that version, which the nodes have or can pull:
 * {@code deploy/local/next-operator}.
 */
@Tag("nightly")
@Isolated("it replaces the operator of all boards")
class OperatorUpgradeE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String NEXT = System.getenv("MESSAGEBOARD_NEXT_OPERATOR");
  private static final String OPERATOR = "deployment/messageboard-operator";
  private static final String BOARD = "upgraded";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;
  private static String former;

  @BeforeAll
  static void startABoard() {
    Entrance.assume(
        NEXT != null, "an upgrade of the operator, for want of MESSAGEBOARD_NEXT_OPERATOR");
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    board = namespace.board(BOARD);
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(
        namespace.name(),
        Manifests.boardOnThatDatabase(
            BOARD,
            "board: {postsPerMinute: 10000, postsPerHour: 100000}",
            "frontend: {replicas: 2}",
            "api: {replicas: 2}"));
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    former =
        ofOperator("get", OPERATOR, "--output=jsonpath={.spec.template.spec.containers[0].image}");
  }

  @AfterAll
  static void putTheFormerOperatorBack() {
    if (former != null) {
      run(former);
    }
    if (client != null) {
      namespace.close();
      client.close();
    }
  }

  @Test
  void noPodRestartsAndNoPostIsLostWhileTheOperatorMovesToTheNextVersionAndBack() {
    assertThat(version(NEXT)).isNotEqualTo(version(former));
    var pods = pods();
    var templates = templates();
    try (var door = board.frontDoor();
        var writers = Postings.through(door, Duration.ofMillis(500))) {
      for (var image : new String[] {NEXT, former}) {
        run(image);
        awaitTheOperatorsWork();
        assertThat(templates()).as("after %s", image).isEqualTo(templates);
        assertThat(pods()).as("after %s", image).isEqualTo(pods);
      }
      var acknowledged = writers.stop();
      assertThat(writers.failures()).isEmpty();
      assertThat(acknowledged).isNotEmpty();
      door.awaitInList(acknowledged.get(acknowledged.size() - 1));
    }
  }

  /** It says itself which version it is; the one before is gone by then. */
  private static void run(String image) {
    ofOperator("set", "image", OPERATOR, "operator=" + image);
    ofOperator("rollout", "status", OPERATOR, "--timeout=180s");
    await()
        .atMost(LIMIT)
        .until(() -> ofOperator("get", "pods", "--output=name").lines().count() == 1);
    assertThat(ofOperator("logs", OPERATOR))
        .contains("messageboard-operator %s on JVM".formatted(version(image)));
  }

  /** It reads the board, says so, and heals what is missing. */
  private static void awaitTheOperatorsWork() {
    pause(true);
    board.await("Paused", LiveBoard.Condition::isTrue, LIMIT);
    pause(false);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    var policy =
        client
            .network()
            .v1()
            .networkPolicies()
            .inNamespace(namespace.name())
            .withName(BOARD + "-api");
    var removed = policy.get();
    policy.delete();
    board.awaitSuccessor(policy, removed, LIMIT);
  }

  private static void pause(boolean paused) {
    Kubectl.run(
        namespace.name(),
        "patch",
        "mb/" + BOARD,
        "--type=merge",
        "--patch",
        "{\"spec\":{\"paused\":%s}}".formatted(paused));
  }

  /** How often the containers of each pod of this namespace have started, the database's too. */
  private static Map<String, Integer> pods() {
    return client.pods().inNamespace(namespace.name()).list().getItems().stream()
        .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
        .collect(Collectors.toMap(pod -> pod.getMetadata().getUid(), OperatorUpgradeE2E::restarts));
  }

  private static int restarts(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }

  /** The generation of each Deployment: it moves with whatever is written into the spec. */
  private static Map<String, Long> templates() {
    return client.apps().deployments().inNamespace(namespace.name()).list().getItems().stream()
        .collect(
            Collectors.toMap(
                tier -> tier.getMetadata().getName(), tier -> tier.getMetadata().getGeneration()));
  }

  private static String version(String image) {
    return image.substring(image.lastIndexOf(':') + 1);
  }

  private static String ofOperator(String... arguments) {
    return Kubectl.run("messageboard-system", arguments);
  }
}
