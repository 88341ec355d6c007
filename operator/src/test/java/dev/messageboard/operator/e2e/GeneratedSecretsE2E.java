package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the operator generated and somebody spoilt is made anew, and no message is lost by it. */
class GeneratedSecretsE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void applyABoard() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    board = namespace.board("team");
    Kubectl.apply(namespace.name(), Manifests.quickstartBoard("team"));
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    awaitTheApiBehindTheDoor();
  }

  /** The nodes' proxies learn of the first endpoints a moment later than the board does. */
  private static void awaitTheApiBehindTheDoor() {
    try (var door = board.frontDoor()) {
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> assertThat(door.get("/api/v1/messages").statusCode()).isEqualTo(200));
    }
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void deletedSecretsAreMadeAnewAndTheBoardIsReadyWithItsMessages() {
    spoil("delete", "secret", "team-mysql", "team-database", "team-keys");
  }

  @Test
  void anEditedPasswordReachesTheServerAndItsClientAndTheBoardIsReadyWithItsMessages() {
    spoil("patch", "secret", "team-mysql", "-p", "{\"stringData\":{\"password\":\"edited\"}}");
    assertThat(secret("team-database", "password")).isEqualTo(secret("team-mysql", "password"));
  }

  private static void spoil(String... command) {
    var body = "before " + String.join(" ", command) + UUID.randomUUID();
    post(body);
    var generation = api().getMetadata().getGeneration();

    Kubectl.run(namespace.name(), command);

    client
        .apps()
        .deployments()
        .inNamespace(namespace.name())
        .withName("team-api")
        .waitUntilCondition(
            api -> api.getMetadata().getGeneration() > generation && isRolledOut(api),
            LIMIT.toSeconds(),
            TimeUnit.SECONDS);
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    try (var door = board.frontDoor()) {
      door.awaitInList(body);
    }
    post("after " + body);
  }

  private static void post(String body) {
    try (var door = board.frontDoor()) {
      door.accepted("Ada", body);
    }
  }

  private static Deployment api() {
    return client.apps().deployments().inNamespace(namespace.name()).withName("team-api").get();
  }

  private static boolean isRolledOut(Deployment api) {
    var status = api.getStatus();
    return api.getMetadata().getGeneration().equals(status.getObservedGeneration())
        && api.getSpec().getReplicas().equals(status.getUpdatedReplicas())
        && api.getSpec().getReplicas().equals(status.getReplicas())
        && api.getSpec().getReplicas().equals(status.getAvailableReplicas());
  }

  private static String secret(String name, String key) {
    return client.secrets().inNamespace(namespace.name()).withName(name).get().getData().get(key);
  }
}
