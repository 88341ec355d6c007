package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Autoscaling is switched off and on while a live autoscaler is at work. Bounds that leave it no
 * choice stand in for load, so that each count has one cause and no metrics are needed.
 */
class ReplicaHandOverE2E {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String BOARD = "switched";
  private static final String API = BOARD + "-api";
  private static final String OPERATOR = "messageboard-operator";
  private static final String AUTOSCALER = "kube-controller-manager";

  private static KubernetesClient client;
  private static TestNamespace namespace;

  @BeforeAll
  static void startABoardThatItsAutoscalerGivesThreePods() {
    client = new KubernetesClientBuilder().build();
    namespace = TestNamespace.create(client);
    Kubectl.apply(namespace.name(), Manifests.database());
    Kubectl.apply(
        namespace.name(),
        Manifests.boardOnThatDatabase(
            BOARD,
            "frontend: {replicas: 0}",
            "api: {autoscaling: {minReplicas: 3, maxReplicas: 3}}"));
    await().atMost(LIMIT).until(() -> availablePods() == 3);
  }

  @AfterAll
  static void removeTheNamespace() {
    namespace.close();
    client.close();
  }

  @Test
  void neitherSwitchTakesAPodAwayAndTheCountIsTheAutoscalersAgainThenTheSpecs() {
    var pods = pods();
    try (var watch = new ScaleWatch(client, namespace.name(), API)) {
      setApi("\"autoscaling\": null");
      awaitLook(watch, look -> look.holders().contains(OPERATOR));
      await().atMost(LIMIT).until(() -> autoscaler() == null);

      setApi("\"autoscaling\": {\"minReplicas\": 3, \"maxReplicas\": 3}");
      await().atMost(LIMIT).until(() -> autoscaler() != null);
      awaitLook(watch, look -> !look.holders().contains(OPERATOR));
      assertThat(pods()).isEqualTo(pods);

      setApi("\"autoscaling\": {\"minReplicas\": 2, \"maxReplicas\": 2}");
      awaitLook(watch, look -> look.asked() == 2);
      assertThat(watch.looks()).last().matches(look -> look.holders().equals(List.of(AUTOSCALER)));

      setApi("\"autoscaling\": null");
      awaitLook(watch, look -> look.holders().contains(OPERATOR));
      await().atMost(LIMIT).until(() -> autoscaler() == null);
      setApi("\"replicas\": 1");
      awaitLook(watch, look -> look.asked() == 1);
      assertThat(watch.looks())
          .extracting(ScaleWatch.Look::asked)
          .isSortedAccordingTo(Comparator.reverseOrder())
          .containsOnly(3, 2, 1);
    }
  }

  private static void setApi(String fields) {
    Kubectl.run(
        namespace.name(),
        "patch",
        "mb/" + BOARD,
        "--type=merge",
        "-p",
        "{\"spec\": {\"api\": {%s}}}".formatted(fields));
  }

  private static void awaitLook(ScaleWatch watch, Predicate<ScaleWatch.Look> wanted) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(watch.looks()).last().matches(wanted));
  }

  private static int availablePods() {
    var api = client.apps().deployments().inNamespace(namespace.name()).withName(API).get();
    return api == null ? 0 : Objects.requireNonNullElse(api.getStatus().getAvailableReplicas(), 0);
  }

  /** By name; those that are about to end do not count. */
  private static Set<String> pods() {
    return client
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app.kubernetes.io/instance", BOARD)
        .withLabel("app.kubernetes.io/component", "api")
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .map(pod -> pod.getMetadata().getName())
        .collect(Collectors.toSet());
  }

  private static HorizontalPodAutoscaler autoscaler() {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace.name())
        .withName(API)
        .get();
  }
}
