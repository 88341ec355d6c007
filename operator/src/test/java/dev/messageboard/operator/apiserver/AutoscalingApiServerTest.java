package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Scale;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The count of pods is the autoscaler's while there is one, and nobody sees it fall. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class AutoscalingApiServerTest extends BoardsOnApiServer {

  private static final String ON = between(2, 6);
  private static final String OFF = "{\"spec\":{\"api\":{\"autoscaling\":null}}}";

  @Test
  void switchedOnAndOffUnderLoadItNeverDips() {
    var name =
        readyBoard(
            "{version: 0.1.0, migration: {mode: Disabled}, api: {replicas: 3}, database: {embedded: {}, check: {mode: Disabled}}}");
    try (var watch = new ReplicaWatch(client, namespace, name + "-api")) {
      patch(name, ON);
      awaitHandOver(name);
      playAutoscaler(name, 5);
      patch(name, "{\"spec\":{\"api\":{\"resources\":{\"limits\":{\"memory\":\"1Gi\"}}}}}");
      awaitMemoryLimit(name);
      patch(name, OFF);
      awaitMark(name, "kept 5 instead of 3");
      assertThat(autoscaler(name)).isNull();
      patch(name, "{\"spec\":{\"board\":{\"theme\":{\"accent\":\"#123456\"}}}}");
      awaitGeneration(name);
      stage.playReady(api(name));
      stage.playReady(stage.deployment(name + "-frontend"));
      awaitCondition(name, "Ready", "True");
      patch(name, "{\"spec\":{\"api\":{\"replicas\":4}}}");
      awaitMark(name, null);
      await().atMost(SOON).until(() -> watch.counts().size() >= 3);
      assertThat(watch.counts()).containsExactly(3, 5, 4);
    }
  }

  /** Bounds that leave it no choice stand in for load. */
  @Test
  void aLiveAutoscalerGetsTheCountAsItIsAndHoldsItFromItsFirstMove() {
    var controllers =
        KubeProcess.controllers(
            RealApiServer.running().admin(), "horizontal-pod-autoscaler-controller");
    try {
      create("team", AUTOSCALED.replace("{maxReplicas: 6}", "{minReplicas: 3, maxReplicas: 3}"));
      await()
          .atMost(SOON)
          .until(() -> api("team") != null && api("team").getSpec().getReplicas() == 3);
      try (var watch = new ReplicaWatch(client, namespace, "team-api")) {
        await().atMost(SOON).until(() -> !watch.counts().isEmpty());
        patch("team", OFF);
        awaitMark("team", "kept 3 instead of 2");
        await().atMost(SOON).until(() -> autoscaler("team") == null);
        patch("team", between(3, 3));
        awaitHandOver("team");
        patch("team", between(2, 2));
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(holdersOfReplicas("team"))
                        .containsExactly("kube-controller-manager"));
        assertThat(api("team").getSpec().getReplicas()).isEqualTo(2);
        patch("team", OFF);
        awaitMark("team", null);
        await().atMost(SOON).until(() -> autoscaler("team") == null);
        patch("team", "{\"spec\":{\"api\":{\"replicas\":1}}}");
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(watch.counts()).containsExactly(3, 2, 1));
      }
    } finally {
      controllers.close();
    }
  }

  private static String between(int fewest, int most) {
    return "{\"spec\":{\"api\":{\"autoscaling\":{\"minReplicas\":%d,\"maxReplicas\":%d}}}}"
        .formatted(fewest, most);
  }

  @Test
  void aBoardThatWasScaledToZeroGetsTheFewestPodsThatAnAutoscalerMayHave() {
    var name =
        readyBoard(
            "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}}");
    patch(name, "{\"spec\":{\"api\":{\"replicas\":0}}}");
    await().atMost(SOON).until(() -> api(name).getSpec().getReplicas() == 0);
    patch(name, ON);
    await().atMost(SOON).until(() -> api(name).getSpec().getReplicas() == 2);
  }

  @Test
  void aDeletedAutoscalerComesBackAndTheCountStays() {
    var name = readyBoard(AUTOSCALED);
    playAutoscaler(name, 5);
    var uid = autoscaler(name).getMetadata().getUid();
    try (var watch = new ReplicaWatch(client, namespace, name + "-api")) {
      await().atMost(SOON).until(() -> !watch.counts().isEmpty());
      client.resource(autoscaler(name)).delete();
      await()
          .atMost(SOON)
          .until(
              () ->
                  autoscaler(name) != null && !uid.equals(autoscaler(name).getMetadata().getUid()));
      assertThat(watch.counts()).containsExactly(5);
    }
  }

  @Test
  void aLookAtAnAutoscaledBoardWritesNothing() {
    createSecret(Map.of("username", "u", "password", "p"));
    create("team", EXTERNAL.replace("database:", "api: " + EVERY_FIELD + ", database:"));
    await().atMost(SOON).until(() -> api("team") != null && autoscaler("team") != null);
    playAutoscaler("team", 5);
    stage.playTiersReady("team");
    playStatus("team", "True", "ValidMetricFound");
    awaitCondition("team", "AutoscalingActive", "True");
    awaitCondition("team", "Ready", "True");
    var before = audit.writes(namespace);
    var looks = audit.gets(namespace).size();
    await().atMost(SOON).until(() -> audit.gets(namespace).size() >= looks + 3);
    assertThat(audit.gets(namespace)).containsOnly("get secrets team-db");
    assertThat(audit.writes(namespace)).isEqualTo(before);
    assertThat(api("team").getSpec().getReplicas()).isEqualTo(5);
  }

  @Test
  void theConditionSaysWhatTheAutoscalerSays() {
    var name = readyBoard(AUTOSCALED);
    awaitCondition(name, "AutoscalingActive", "Unknown Waiting: api:");
    playStatus(name, "False", "FailedGetResourceMetric");
    awaitCondition(name, "AutoscalingActive", "False FailedGetResourceMetric: api: told");
    assertThat(stage.condition(name, "Ready")).startsWith("True");
    playStatus(name, "True", "ValidMetricFound");
    awaitCondition(name, "AutoscalingActive", "True ValidMetricFound: api: told");
    playStatus(name, "AbleToScale", "False", "FailedGetScale");
    awaitCondition(name, "AutoscalingActive", "False FailedGetScale: api: told");
    patch(name, OFF);
    awaitCondition(name, "AutoscalingActive", "absent");
  }

  @Test
  void whatTheAutoscalerDoesIsAnEventAndNoDrift() {
    var name = readyBoard(AUTOSCALED);
    stage.playReady(api(name));
    playAutoscaler(name, 5);
    await().atMost(SOON).until(() -> reasons().contains("ScaledByAutoscaler"));
    patch(name, OFF);
    awaitMark(name, "kept 5 instead of 2");
    stage.playReady(api(name));
    awaitCondition(name, "Ready", "True");
    assertThat(reasons()).doesNotContain("DriftCorrected");
  }

  private List<String> reasons() {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .map(Event::getReason)
        .toList();
  }

  @Test
  void kubectlScaleReachesThePods() {
    var name = readyBoard(EMBEDDED);
    client.resources(MessageBoard.class).inNamespace(namespace).withName(name).scale(3);
    await().atMost(SOON).until(() -> api(name).getSpec().getReplicas() == 3);
    assertThat(stage.board(name).getSpec().api().replicas()).isEqualTo(3);
  }

  @Test
  void theSampleScalesBothTiers() {
    Samples.createBoard(client, namespace, "autoscaling.yaml");
    await()
        .atMost(SOON)
        .until(() -> autoscaler("team-autoscaled") != null && api("team-autoscaled") != null);
    var autoscaler = autoscaler("team-autoscaled").getSpec();
    assertThat(autoscaler.getMetrics()).hasSize(1);
    assertThat(autoscaler.getBehavior().getScaleDown().getPolicies()).hasSize(1);
  }

  private static final String EVERY_FIELD =
      """
      {autoscaling: {minReplicas: 2, maxReplicas: 6, targetCPUUtilizationPercentage: 70, targetMemoryUtilizationPercentage: 80,
       metrics: [{type: Pods, pods: {metric: {name: rps, selector: {matchLabels: {a: b}}}, target: {type: AverageValue, averageValue: 1500m}}},
                 {type: External, external: {metric: {name: queue}, target: {type: Value, value: "1000"}}},
                 {type: ContainerResource, containerResource: {name: memory, container: api, target: {type: AverageValue, averageValue: 1024Mi}}}],
       behavior: {scaleUp: {policies: [{type: Percent, value: 100, periodSeconds: 15}]}, scaleDown: {stabilizationWindowSeconds: 60}}}}"""
          .replace("\n", " ");

  /** As the autoscaler does it: through the scale subresource. */
  private void playAutoscaler(String name, int count) {
    client.apps().deployments().inNamespace(namespace).withName(name + "-api").scale(count);
    assertThat(api(name).getSpec().getReplicas()).isEqualTo(count);
  }

  private void playStatus(String name, String active, String reason) {
    playStatus(name, "ScalingActive", active, reason);
  }

  private void playStatus(String name, String type, String status, String reason) {
    client
        .resource(autoscaler(name))
        .editStatus(
            live ->
                live.edit()
                    .withNewStatus()
                    .withCurrentReplicas(2)
                    .withDesiredReplicas(2)
                    .addNewCondition()
                    .withType(type)
                    .withStatus(status)
                    .withReason(reason)
                    .withMessage("told")
                    .withLastTransitionTime("2026-11-21T09:00:00Z")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  /** Others hold the count, we do not, and the autoscaler is there. */
  private void awaitHandOver(String name) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(autoscaler(name)).isNotNull();
              assertThat(holdersOfReplicas(name))
                  .isNotEmpty()
                  .doesNotContain("messageboard-operator");
            });
  }

  private List<String> holdersOfReplicas(String name) {
    return api(name).getMetadata().getManagedFields().stream()
        .filter(
            entry ->
                entry.getFieldsV1().getAdditionalProperties().get("f:spec") instanceof Map<?, ?> m
                    && m.containsKey("f:replicas"))
        .map(ManagedFieldsEntry::getManager)
        .toList();
  }

  private void awaitMemoryLimit(String name) {
    await()
        .atMost(SOON)
        .until(
            () ->
                "1Gi"
                    .equals(
                        api(name)
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getResources()
                            .getLimits()
                            .get("memory")
                            .toString()));
  }

  private void awaitMark(String name, String mark) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(api(name).getMetadata().getAnnotations().get(Scale.ANNOTATION))
                    .isEqualTo(mark));
  }

  private Deployment api(String name) {
    return stage.deployment(name + "-api");
  }

  private HorizontalPodAutoscaler autoscaler(String name) {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace)
        .withName(name + "-api")
        .get();
  }
}
