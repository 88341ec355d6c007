package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Bad input is told clearly, touches nothing that runs, and disturbs nobody else. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class BadInputApiServerTest extends BoardsOnApiServer {

  private static final String SELECTS_NOTHING =
      "{affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
          + " [{topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: In}]}}]}}}";

  private static final String FROM_THE_FUTURE =
      "{version: '1', future: [1], migration: {mode: Disabled}, database: {embedded: {reclaimPolicy:"
          + " Shred}, check: {mode: Disabled}}}";

  @Test
  void anObjectOfSomebodyElseIsLeftAloneAndReportedUntilItIsGone() {
    publish("team-config", Map.of("mine", "yes"));
    create("team", EMBEDDED);

    awaitCondition("team", "Stalled", "True NameConflict: ConfigMap team-config");
    awaitEvent("team", "Warning NameConflict x1: ConfigMap team-config");
    assertThat(stage.condition("team", "Ready")).startsWith("False NameConflict");
    assertThat(stage.config("team-config")).isEqualTo(Map.of("mine", "yes"));
    assertThat(stage.statefulSet("team-mysql")).isNotNull();
    assertThat(stage.deployment("team-api")).as("no pod reads what is not ours").isNull();

    client.configMaps().inNamespace(namespace).withName("team-config").delete();
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
    assertThat(stage.condition("team", "Stalled")).isEqualTo("absent");
  }

  @Test
  void aMissingSecretAndAMissingKeyAreNamedAndMendedByThemselves() {
    create("team", EXTERNAL);
    awaitCondition("team", "SecretsResolved", "False SecretMissing: Secret team-db");
    assertThat(stage.condition("team", "DatabaseReady")).startsWith("False SecretMissing");
    assertThat(stage.condition("team", "ApiAvailable")).startsWith("False NotCreated");
    assertThat(stage.condition("team", "Reconciling"))
        .startsWith("True ")
        .contains("Secret team-db does not exist");
    awaitEvent("team", "Warning SecretMissing x1: Secret team-db");
    assertThat(stage.deployment("team-api")).isNull();

    createSecret(Map.of("username", "u"));
    awaitCondition(
        "team",
        "SecretsResolved",
        "False SecretKeyMissing: Secret team-db has no usable key password");

    client.secrets().inNamespace(namespace).withName("team-db").delete();
    createSecret(Map.of("username", "u", "password", "p"));
    awaitCondition("team", "SecretsResolved", "True");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    assertThat(stage.board("team").getStatus().database().endpoint()).isEqualTo("db:3306");
  }

  @Test
  void aSecretThatGoesAwayTouchesNoPodAndNoBinding() {
    createSecret(Map.of("username", "u", "password", "p"));
    create("team", EXTERNAL);
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    var before = stage.deployment("team-api");

    client.secrets().inNamespace(namespace).withName("team-db").delete();
    patch(
        "team",
        "{\"spec\":{\"board\":{\"theme\":{\"accent\":\"#123456\"}},\"database\":{\"external\":{\"secretRef\":{\"name\":\"gone\"}}}}}");
    awaitCondition("team", "SecretsResolved", "False SecretMissing: Secret gone");

    assertThat(stage.deployment("team-api").getMetadata().getGeneration())
        .isEqualTo(before.getMetadata().getGeneration());
    assertThat(client.secrets().inNamespace(namespace).withName("team-database").get()).isNotNull();
    await()
        .atMost(SOON)
        .until(() -> stage.config("team-config").get("config.json").contains("#123456"));
  }

  @Test
  void aSpecThatNoPodCouldSatisfyStallsAndLeavesTheClusterAsItWas() {
    var name = readyBoard(EMBEDDED);
    var before = stage.deployment(name + "-api").getMetadata().getGeneration();
    patch(
        name,
        "{\"spec\":{\"board\":{\"title\":\"Not yet\"},\"api\":{\"resources\":{\"requests\":{\"memory\":\"2Gi\"}}}}}");
    awaitCondition(name, "Stalled", "True InvalidSpec: spec.api.resources.requests.memory is 2Gi");
    awaitEvent(name, "Warning ValidationFailed x1: spec.api.resources.requests.memory is 2Gi");
    assertThat(stage.deployment(name + "-api").getMetadata().getGeneration()).isEqualTo(before);
    assertThat(stage.config(name + "-config").get("config.json")).doesNotContain("Not yet");
    assertThat(readyBoard(EMBEDDED)).as("another board is not disturbed").isNotNull();
  }

  /** What neither the CRD nor the operator knows of Kubernetes' own types, the API server does. */
  @Test
  void whatTheApiServerRefusesOfAChildIsToldWithTheFieldAndForPeopleToMend() {
    var name = readyBoard(EMBEDDED);
    var before = stage.deployment(name + "-api").getMetadata().getGeneration();
    patch(name, Cluster.json("spec: {api: {scheduling: %s}}".formatted(SELECTS_NOTHING)));
    awaitCondition(name, "Stalled", "True InvalidSpec: the API server refused a part of the board");
    assertThat(stage.condition(name, "Stalled"))
        .contains("Deployment.apps \"%s-api\" is invalid".formatted(name))
        .contains(
            "affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
                + ".labelSelector.matchExpressions[0].values: Required value");
    assertThat(stage.deployment(name + "-api").getMetadata().getGeneration()).isEqualTo(before);
    patch(name, "{\"spec\":{\"api\":{\"scheduling\":null}}}");
    awaitCondition(name, "Stalled", "absent");
  }

  @Test
  void aBoardThatThisVersionCannotReadDoesNotStopTheOthers() {
    var strict = crd().get();
    crd().edit(BadInputApiServerTest::withoutRulesForWhatIsToCome);
    try {
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> create("poisoned", FROM_THE_FUTURE) != null);
      awaitChildren("poisoned");
      assertThat(readyBoard(EMBEDDED)).isNotNull();
    } finally {
      var poisoned =
          client.resources(MessageBoard.class).inNamespace(namespace).withName("poisoned");
      poisoned.delete();
      await().atMost(SOON).until(() -> poisoned.get() == null);
      client
          .resource(strict.edit().editMetadata().withResourceVersion(null).endMetadata().build())
          .update();
      await().atMost(SOON).until(this::futureIsRefused);
    }
  }

  private Resource<CustomResourceDefinition> crd() {
    return client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("messageboards.messageboard.dev");
  }

  private static CustomResourceDefinition withoutRulesForWhatIsToCome(
      CustomResourceDefinition live) {
    var version = live.getSpec().getVersions().get(0);
    var spec = version.getSchema().getOpenAPIV3Schema().getProperties().get("spec");
    spec.setXKubernetesPreserveUnknownFields(true);
    var embedded = spec.getProperties().get("database").getProperties().get("embedded");
    embedded.getProperties().get("reclaimPolicy").setEnum(null);
    return live;
  }

  /** The API server takes up a changed CRD a little later; the other tests share it. */
  private boolean futureIsRefused() {
    try {
      client.resource(Cluster.board(namespace, "refused", FROM_THE_FUTURE)).dryRun().create();
      return false;
    } catch (KubernetesClientException e) {
      return e.getCode() == 422;
    }
  }
}
