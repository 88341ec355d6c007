package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A board whose database user is replaced by another one while people post. */
class RotationE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String HOST = "rotating.example.org";

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void startABoardOnAServerWithTwoUsers() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Entrance.assumeIngressController(client);
    board = namespace.board("rotating");
    MySqlPod.start(
        namespace,
        "two-users",
        """
        CREATE DATABASE IF NOT EXISTS board;
        CREATE USER IF NOT EXISTS alice@'%' IDENTIFIED BY 'first';
        CREATE USER IF NOT EXISTS bob@'%' IDENTIFIED BY 'second';
        GRANT ALL ON board.* TO alice@'%', bob@'%';
        """);
    Kubectl.apply(namespace.name(), secret("alice", "first"));
    Kubectl.apply(namespace.name(), BOARD);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void theOtherUserTakesOverWithoutAFailedLostOrDoubledPost() {
    var before = hash();
    try (var door = Entrance.throughIngress(board, HOST);
        var postings = Postings.through(door, Duration.ofMillis(200))) {
      Kubectl.apply(namespace.name(), secret("bob", "second"));
      await().atMost(LIMIT).until(() -> !hash().equals(before));
      Kubectl.run(namespace.name(), "rollout", "status", "deployment/rotating-api", "--timeout=5m");
      var acknowledged = postings.stop();

      assertThat(postings.failures()).isEmpty();
      assertThat(acknowledged).hasSizeGreaterThan(20);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(bodies(door)).containsExactlyInAnyOrderElementsOf(acknowledged));
    }
    board.await("DatabaseReady", LiveBoard.Condition::isTrue, LIMIT);
    assertThat(userOfThePods()).isEqualTo("bob");
  }

  /** Of every page; the first one may be a second old. */
  private static List<String> bodies(FrontDoor door) {
    var bodies = new ArrayList<String>();
    var page = FrontDoor.json(door.get("/api/v1/messages?limit=100"));
    while (true) {
      page.path("items").forEach(item -> bodies.add(item.path("body").asText()));
      var next = page.path("next").asText("");
      if (next.isEmpty()) {
        return bodies;
      }
      page = FrontDoor.json(door.get("/api/v1/messages?limit=100&before=" + next));
    }
  }

  private static String hash() {
    var deployment =
        client.apps().deployments().inNamespace(namespace.name()).withName("rotating-api").get();
    var template = deployment.getSpec().getTemplate();
    return template.getMetadata().getAnnotations().get("messageboard.dev/config-hash");
  }

  private static String userOfThePods() {
    return Kubectl.run(
        namespace.name(),
        "get",
        "secret/rotating-database",
        "-o=go-template={{.data.username | base64decode}}");
  }

  private static String secret(String user, String password) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: rotating-db, labels: {messageboard.dev/watch: ""}}
    stringData: {username: %s, password: %s}
    """
        .formatted(user, password);
  }

  private static final String BOARD =
      """
      apiVersion: messageboard.dev/v1alpha1
      kind: MessageBoard
      metadata: {name: rotating}
      spec:
        version: "0.1.0"
        board: {postsPerMinute: 10000, postsPerHour: 100000}
        database:
          external: {host: two-users, name: board, secretRef: {name: rotating-db}}
        ingress: {host: %s}
      """
          .formatted(HOST);
}
