package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An autoscaler adds pods under load and takes them away again, with the operator at work beside
 * it.
 */
class AutoscalingE2E {

  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final String HOST = "autoscaled.example.org";
  private static final String API = "team-autoscaled-api";

  /** The sample, but quick to act and with little to do before it does. */
  private static final String QUICK =
      """
      ingress: {host: %s}
      frontend: {replicas: 1, autoscaling: null}
      api:
        autoscaling:
          maxReplicas: 3
          targetCPUUtilizationPercentage: 40
          behavior:
            scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 15}]}
            scaleDown: {stabilizationWindowSeconds: 0, policies: [{type: Pods, value: 1, periodSeconds: 15}]}
      """
          .formatted(HOST);

  private static KubernetesClient client;
  private static TestNamespace namespace;
  private static LiveBoard board;

  @BeforeAll
  static void startTheSampleBehindAnIngress() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Entrance.assumeIngressController(client);
    Entrance.assume(
        client.getApiResources("metrics.k8s.io/v1beta1") != null,
        "autoscaling under load: the cluster has no metrics-server");
    board = namespace.board("team-autoscaled");
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(namespace.name(), Manifests.sampleOnThatDatabase("autoscaling.yaml", QUICK));
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    board.await("AutoscalingActive", LiveBoard.Condition::isTrue, LIMIT);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void podsComeWithTheLoadAndGoWithItAndTheOperatorHealsMeanwhileWithoutTouchingTheirNumber() {
    try (var counts = new ScaleWatch(client, namespace.name(), API);
        var door = Entrance.throughIngress(board, HOST);
        var reader = Traffic.through(door, Duration.ofMillis(500), "/")) {
      var message = door.pathOfAccepted("Ada", "read by a crowd");
      try (var crowd =
          Traffic.through(door, Duration.ofMillis(40), message, message, message, message)) {
        awaitPods(3);
        healAnEditedLabel();
        assertThat(api().getSpec().getReplicas()).isEqualTo(3);
        crowd.stop().assertThatAllWereAnswered(100);
      }
      awaitPods(2);
      reader.stop().assertThatAllWereAnswered(10);
      assertThat(counts.looks())
          .allSatisfy(
              look -> {
                assertThat(look.asked()).isBetween(2, 3);
                assertThat(look.available()).isGreaterThanOrEqualTo(2);
                assertThat(look.holders()).doesNotContain("messageboard-operator");
              });
    }
    board.await("Ready", LiveBoard.Condition::isTrue, LIMIT);
    assertThat(eventReasons()).contains("ScaledByAutoscaler");
  }

  private static void awaitPods(int count) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(api().getSpec().getReplicas()).isEqualTo(count);
              assertThat(api().getStatus().getAvailableReplicas()).isEqualTo(count);
              assertThat(api().getStatus().getReplicas()).isEqualTo(count);
            });
  }

  /** It takes a write of the Deployment, which rolls nothing. */
  private static void healAnEditedLabel() {
    var label = "app.kubernetes.io/version";
    var before = api().getMetadata().getLabels().get(label);
    Kubectl.run(namespace.name(), "label", "deployment/" + API, label + "=edited", "--overwrite");
    await().atMost(LIMIT).until(() -> before.equals(api().getMetadata().getLabels().get(label)));
  }

  private static Deployment api() {
    return client.apps().deployments().inNamespace(namespace.name()).withName(API).get();
  }

  private static String eventReasons() {
    return Kubectl.run(
        namespace.name(),
        "get",
        "events",
        "--field-selector=involvedObject.name=" + board.name(),
        "-o=jsonpath={.items[*].reason}");
  }
}
