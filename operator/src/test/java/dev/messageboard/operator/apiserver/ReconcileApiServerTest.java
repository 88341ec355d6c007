package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.javaoperatorsdk.operator.Operator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIf;

@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@QuarkusTestResource(value = RealApiServer.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileApiServerTest {

  private static final String EMBEDDED = "{version: 0.1.0, database: {embedded: {}}}";
  private static final String EXTERNAL =
      "{version: 0.1.0, database: {external: {host: db, secretRef: {name: team-db}}}}";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Inject Operator operator;

  private KubernetesClient client;
  private Audit audit;
  private String namespace;
  private Stage stage;

  @BeforeAll
  void startTheOperator() {
    client = new KubernetesClientBuilder().withConfig(RealApiServer.running().admin()).build();
    audit = new Audit(RealApiServer.running().audit());
    operator.start();
  }

  @AfterAll
  void stopTheOperator() {
    operator.stop();
    client.close();
  }

  @BeforeEach
  void enterANamespaceOfItsOwn() {
    namespace = Cluster.newNamespace(client, "boards-" + COUNT.incrementAndGet());
    stage = new Stage(client, namespace);
  }

  @Test
  void aNewBoardCostsOneWritePerChildAndAtMostTwoOfItsStatus() {
    create("team", EMBEDDED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True Serving");

    var writes = audit.writes(namespace);
    assertThat(writes)
        .filteredOn(write -> !write.contains("/status"))
        .containsExactlyInAnyOrder(
            "patch configmaps team-config",
            "patch secrets team-database",
            "patch secrets team-mysql",
            "patch services team-mysql",
            "patch statefulsets team-mysql",
            "patch serviceaccounts team-api",
            "patch services team-api",
            "patch deployments team-api",
            "patch serviceaccounts team-frontend",
            "patch services team-frontend",
            "patch deployments team-frontend");
    assertThat(audit.gets(namespace)).isEmpty();
    assertThat(audit.refusals()).isEmpty();
  }

  @Test
  void aLookAtAnUnchangedBoardWritesNothing() {
    var name = readyBoard(EMBEDDED);
    var before = audit.writes(namespace);
    for (int i = 0; i < 3; i++) {
      touch(name + "-api", Integer.toString(i));
    }
    // The marker's status is written after everything before it in the operator's queue was
    // handled.
    create("marker", EMBEDDED);
    awaitChildren("marker");
    assertThat(audit.writes(namespace))
        .filteredOn(write -> !write.contains("marker"))
        .isEqualTo(before);
  }

  @Test
  void anEditedServicePortIsPutBackAndTheServiceKeepsItsAddress() {
    var name = readyBoard(EMBEDDED);
    var before = service(name + "-api");
    client
        .resource(before)
        .edit(
            live ->
                live.edit().editSpec().editFirstPort().withPort(8081).endPort().endSpec().build());

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(service(name + "-api").getSpec().getPorts())
                    .isEqualTo(before.getSpec().getPorts()));
    assertThat(service(name + "-api").getSpec().getClusterIP())
        .isEqualTo(before.getSpec().getClusterIP());
    assertThat(service(name + "-api").getMetadata().getUid())
        .isEqualTo(before.getMetadata().getUid());
  }

  @Test
  void anEditedContainerPortAndARenamedVariableArePutBack() {
    var name = readyBoard(EMBEDDED);
    var before = stage.deployment(name + "-api").getSpec().getTemplate();
    client
        .resource(stage.deployment(name + "-api"))
        .edit(
            live ->
                live.edit()
                    .editSpec()
                    .editTemplate()
                    .editSpec()
                    .editFirstContainer()
                    .editFirstPort()
                    .withContainerPort(8081)
                    .endPort()
                    .editFirstEnv()
                    .withName("SERVICE_BINDING_ROOTS")
                    .endEnv()
                    .endContainer()
                    .endSpec()
                    .endTemplate()
                    .endSpec()
                    .build());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(stage.deployment(name + "-api").getSpec().getTemplate())
                    .isEqualTo(before));
  }

  @Test
  void aRemovedKeyComesBackAndAForeignOneIsLeftAlone() {
    var name = readyBoard(EMBEDDED);
    var before = stage.config(name + "-config");
    client
        .configMaps()
        .inNamespace(namespace)
        .withName(name + "-config")
        .edit(
            live ->
                live.edit()
                    .removeFromData("config.json")
                    .addToData("nginx.conf", "broken")
                    .addToData("theirs", "stays")
                    .build());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(stage.config(name + "-config"))
                    .containsAllEntriesOf(before)
                    .containsEntry("theirs", "stays"));
  }

  @Test
  void everyDeletedChildComesBack() {
    var name = readyBoard(EMBEDDED);
    var children = children();
    assertThat(children).hasSize(11);
    for (var child : children) {
      client.resource(child).delete();
    }
    await().atMost(SOON).until(() -> children().size() == children.size());
    assertThat(children())
        .extracting(c -> c.getMetadata().getUid())
        .doesNotContainAnyElementsOf(children.stream().map(c -> c.getMetadata().getUid()).toList());
    assertThat(name).isNotNull();
  }

  @Test
  void aChildWhoseLabelsOrOwnerWereTakenAwayIsStillOurs() {
    var name = readyBoard(EMBEDDED);
    var before = service(name + "-frontend").getMetadata();
    client
        .services()
        .inNamespace(namespace)
        .withName(name + "-frontend")
        .edit(live -> live.edit().editMetadata().withLabels(Map.of()).endMetadata().build());
    client
        .serviceAccounts()
        .inNamespace(namespace)
        .withName(name + "-frontend")
        .edit(live -> live.edit().editMetadata().withOwnerReferences().endMetadata().build());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var account =
                  client
                      .serviceAccounts()
                      .inNamespace(namespace)
                      .withName(name + "-frontend")
                      .get();
              assertThat(service(name + "-frontend").getMetadata().getLabels())
                  .isEqualTo(before.getLabels());
              assertThat(account.getMetadata().getOwnerReferences())
                  .isEqualTo(before.getOwnerReferences());
            });
  }

  @Test
  void anObjectOfSomebodyElseIsLeftAloneAndReportedUntilItIsGone() {
    var theirs =
        client
            .configMaps()
            .inNamespace(namespace)
            .resource(
                new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("team-config")
                    .withNamespace(namespace)
                    .endMetadata()
                    .addToData("mine", "yes")
                    .build());
    theirs.create();
    create("team", EMBEDDED);

    awaitCondition("team", "Stalled", "True NameConflict: ConfigMap team-config");
    assertThat(stage.condition("team", "Ready")).startsWith("False NameConflict");
    assertThat(stage.config("team-config")).isEqualTo(Map.of("mine", "yes"));
    assertThat(stage.deployment("team-api")).isNotNull();

    theirs.delete();
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
        "{\"spec\":{\"board\":{\"title\":\"Later\"},\"database\":{\"external\":{\"secretRef\":{\"name\":\"gone\"}}}}}");
    awaitCondition("team", "SecretsResolved", "False SecretMissing: Secret gone");

    assertThat(stage.deployment("team-api").getMetadata().getGeneration())
        .isEqualTo(before.getMetadata().getGeneration());
    assertThat(client.secrets().inNamespace(namespace).withName("team-database").get()).isNotNull();
    await()
        .atMost(SOON)
        .until(() -> stage.config("team-config").get("config.json").contains("Later"));
  }

  @Test
  void readyIsNeverTrueBeforeTheNewGenerationServes() {
    var name = readyBoard(EMBEDDED);
    patch(name, "{\"spec\":{\"api\":{\"replicas\":3}}}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var board = stage.board(name);
              assertThat(board.getStatus().observedGeneration())
                  .isEqualTo(board.getMetadata().getGeneration());
            });
    assertThat(stage.condition(name, "Ready")).startsWith("False RollingOut");
    stage.playReady(stage.deployment(name + "-api"));
    awaitCondition(name, "Ready", "True");
    assertThat(stage.board(name).getStatus().components().api().summary()).isEqualTo("3/3");
  }

  @Test
  void aChangedTitleRollsTheFrontendAndNothingElse() {
    var name = readyBoard(EMBEDDED);
    var frontend = stage.deployment(name + "-frontend").getMetadata().getGeneration();
    var api = stage.deployment(name + "-api").getMetadata().getGeneration();
    patch(name, "{\"spec\":{\"board\":{\"title\":\"Another\"}}}");
    await()
        .atMost(SOON)
        .until(() -> stage.deployment(name + "-frontend").getMetadata().getGeneration() > frontend);
    assertThat(stage.deployment(name + "-api").getMetadata().getGeneration()).isEqualTo(api);
  }

  @Test
  void aDeletedPasswordIsMadeAnewAndReachesTheServerAndItsClient() {
    var name = readyBoard(EMBEDDED);
    var mysql = stage.statefulSet(name + "-mysql").getMetadata().getGeneration();
    var api = stage.deployment(name + "-api").getMetadata().getGeneration();
    client.secrets().inNamespace(namespace).withName(name + "-mysql").delete();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(stage.statefulSet(name + "-mysql").getMetadata().getGeneration())
                  .isGreaterThan(mysql);
              assertThat(stage.deployment(name + "-api").getMetadata().getGeneration())
                  .isGreaterThan(api);
              var secrets = client.secrets().inNamespace(namespace);
              assertThat(secrets.withName(name + "-database").get().getData().get("password"))
                  .isEqualTo(secrets.withName(name + "-mysql").get().getData().get("password"));
            });
  }

  @Test
  void aSpecThatNoPodCouldSatisfyStallsAndLeavesTheClusterAsItWas() {
    var name = readyBoard(EMBEDDED);
    var before = stage.deployment(name + "-api").getMetadata().getGeneration();
    patch(
        name,
        "{\"spec\":{\"board\":{\"title\":\"Not yet\"},\"api\":{\"resources\":{\"requests\":{\"memory\":\"2Gi\"}}}}}");
    awaitCondition(name, "Stalled", "True InvalidSpec: spec.api.resources.requests.memory is 2Gi");
    assertThat(stage.deployment(name + "-api").getMetadata().getGeneration()).isEqualTo(before);
    assertThat(stage.config(name + "-config").get("config.json")).doesNotContain("Not yet");
    assertThat(readyBoard(EMBEDDED)).as("another board is not disturbed").isNotNull();
  }

  @Test
  void aBoardThatThisVersionCannotReadDoesNotStopTheOthers() {
    var crd =
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName("messageboards.messageboard.dev");
    var strict = crd.get();
    crd.edit(
        live -> {
          var spec =
              live.getSpec()
                  .getVersions()
                  .get(0)
                  .getSchema()
                  .getOpenAPIV3Schema()
                  .getProperties()
                  .get("spec");
          spec.setXKubernetesPreserveUnknownFields(true);
          spec.getProperties()
              .get("database")
              .getProperties()
              .get("embedded")
              .getProperties()
              .get("reclaimPolicy")
              .setEnum(null);
          return live;
        });
    try {
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(
              () ->
                  create(
                          "poisoned",
                          "{version: '1', future: [1], database: {embedded: {reclaimPolicy: Shred}}}")
                      != null);
      awaitChildren("poisoned");
      assertThat(readyBoard(EMBEDDED)).isNotNull();
    } finally {
      client
          .resource(strict.edit().editMetadata().withResourceVersion(null).endMetadata().build())
          .update();
    }
  }

  @Test
  void everyRightThatIsGrantedIsUsedAndNoneIsMissing() {
    readyBoard(EMBEDDED);
    create("first", EMBEDDED);
    awaitChildren("first");
    var other = Cluster.newNamespace(client, "boards-" + COUNT.incrementAndGet());
    for (var child : children()) {
      if (List.of("first-config", "first-database", "first-api").contains(name(child))
          && !"Deployment".equals(child.getKind())) {
        client.resource(foreign(child, other, "first", "first")).create();
      }
      if (List.of("first-frontend", "first-mysql").contains(name(child))
          && child.getApiVersion().startsWith("apps")) {
        client.resource(foreign(child, other, "first", "second")).create();
      }
    }
    namespace = other;
    stage = new Stage(client, namespace);
    create("first", EMBEDDED);
    create("second", EMBEDDED);
    awaitCondition("first", "Stalled", "True NameConflict");
    awaitCondition("second", "Stalled", "True NameConflict");

    var expected = Cluster.granted(client);
    // Asked for by nobody but the API server's admission, where it checks owner references.
    expected.remove("update messageboards/finalizers");
    var used = audit.used();
    used.removeIf(right -> right.endsWith("selfsubjectrulesreviews"));
    assertThat(used).isEqualTo(expected);
    assertThat(audit.refusals()).isEmpty();
  }

  private static String name(HasMetadata object) {
    return object.getMetadata().getName();
  }

  /** The same object, but of another name and nobody's. */
  private static HasMetadata foreign(HasMetadata child, String namespace, String from, String to) {
    var copy = Serialization.clone(child);
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withName(name(child).replace(from, to))
            .withNamespace(namespace)
            .build());
    if (copy instanceof Service service) {
      service.getSpec().setClusterIP(null);
      service.getSpec().setClusterIPs(List.of());
    }
    return copy;
  }

  private String readyBoard(String spec) {
    var name = "b" + COUNT.incrementAndGet();
    create(name, spec);
    awaitChildren(name);
    stage.playAllReady(name);
    awaitCondition(name, "Ready", "True");
    return name;
  }

  private Object create(String name, String spec) {
    return Cluster.createBoard(client, namespace, name, spec);
  }

  private void awaitChildren(String name) {
    await()
        .atMost(SOON)
        .until(
            () ->
                stage.deployment(name + "-frontend") != null
                    && stage.deployment(name + "-api") != null
                    && stage.statefulSet(name + "-mysql") != null);
  }

  private void awaitCondition(String name, String type, String start) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(stage.condition(name, type)).startsWith(start));
  }

  /** An edit of what is not ours: it wakes the operator, and nothing else. */
  private void touch(String service, String value) {
    client
        .resource(service(service))
        .edit(
            live ->
                live.edit()
                    .editMetadata()
                    .addToAnnotations("touched", value)
                    .endMetadata()
                    .build());
  }

  private void patch(String name, String merge) {
    client
        .resources(MessageBoard.class)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), merge);
  }

  private void createSecret(Map<String, String> data) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("team-db")
                .withNamespace(namespace)
                .endMetadata()
                .withStringData(data)
                .build())
        .create();
  }

  private Service service(String name) {
    return client.services().inNamespace(namespace).withName(name).get();
  }

  private List<HasMetadata> children() {
    return Stream.<List<? extends HasMetadata>>of(
            client.serviceAccounts().inNamespace(namespace).list().getItems(),
            client.configMaps().inNamespace(namespace).list().getItems(),
            client.secrets().inNamespace(namespace).list().getItems(),
            client.services().inNamespace(namespace).list().getItems(),
            client.apps().deployments().inNamespace(namespace).list().getItems(),
            client.apps().statefulSets().inNamespace(namespace).list().getItems())
        .<HasMetadata>flatMap(List::stream)
        .toList();
  }
}
