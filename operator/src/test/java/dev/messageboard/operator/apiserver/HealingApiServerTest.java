package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.Phase;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What was changed or removed by others is put back. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class HealingApiServerTest extends BoardsOnApiServer {

  private static final String PUT_BACK =
      "Normal DriftCorrected x1: Secret %s: was removed; it is put back";

  /** All of the kinds that every cluster knows. */
  private static final String WITH_MORE =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {embedded: {}, check: {mode: Disabled}}, ingress: {host: a.example.org},"
          + " frontend: {autoscaling: {maxReplicas: 3}}, api: {autoscaling: {maxReplicas: 3}}}";

  @Test
  void everyDeletedChildComesBack() {
    create("team", WITH_MORE);
    awaitChildren("team");
    await().atMost(SOON).until(() -> children().size() == 20);
    var children = children();
    for (var child : children) {
      client.resource(child).delete();
    }
    await().atMost(SOON).until(() -> children().size() == children.size());
    assertThat(children())
        .extracting(c -> c.getMetadata().getUid())
        .doesNotContainAnyElementsOf(children.stream().map(c -> c.getMetadata().getUid()).toList());
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
    stage.editContainer(
        name + "-api",
        live ->
            live.edit()
                .editFirstPort()
                .withContainerPort(8081)
                .endPort()
                .editFirstEnv()
                .withName("SERVICE_BINDING_ROOTS")
                .endEnv()
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
              assertThat(events(name)).contains(PUT_BACK.formatted(name + "-mysql"));
            });
  }

  @Test
  void deletedKeysAreMadeAnewAndToldWhateverTheDriftPolicy() {
    var name = readyBoard(EMBEDDED);
    patch(name, "{\"spec\":{\"driftPolicy\":\"Report\"}}");
    awaitGeneration(name);
    client.secrets().inNamespace(namespace).withName(name + "-keys").delete();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(events(name)).contains(PUT_BACK.formatted(name + "-keys")));
    assertThat(client.secrets().inNamespace(namespace).withName(name + "-keys").get()).isNotNull();
    await().atMost(SOON).until(() -> stage.board(name).getStatus().drift() != null);
    assertThat(stage.board(name).getStatus().drift().lastObject())
        .isEqualTo("Secret " + name + "-keys");
  }

  @Test
  void whatTheBoardDidNotWantForAWhileWasRemovedByNobody() {
    var name = readyBoard(EMBEDDED);
    for (var host :
        List.of("{\"host\":\"a.example.org\"}", "null", "{\"host\":\"b.example.org\"}")) {
      patch(name, "{\"spec\":{\"ingress\":%s}}".formatted(host));
      awaitGeneration(name);
    }
    assertThat(client.network().v1().ingresses().inNamespace(namespace).list().getItems())
        .hasSize(1);
    assertThat(stage.board(name).getStatus().drift()).isNull();
  }

  @Test
  void aDeletedApiDeploymentIsNotTakenForAMigration() {
    var name = readyBoard(EMBEDDED);
    var phases = new ConcurrentLinkedQueue<Phase>();
    var board = client.resources(MessageBoard.class).inNamespace(namespace).withName(name);
    try (var watch = board.inform(phaseInto(phases))) {
      client.apps().deployments().inNamespace(namespace).withName(name + "-api").delete();
      client.pods().inNamespace(namespace).withName(name + "-api-1").withGracePeriod(0).delete();
      awaitCondition(name, "Ready", "False");
      await().atMost(SOON).until(() -> stage.deployment(name + "-api") != null);
      stage.playTiersReady(name);
      await().atMost(SOON).until(() -> watch.isWatching() && phases.contains(Phase.Running));
      awaitCondition(name, "Ready", "True");
    }
    assertThat(phases).doesNotContain(Phase.Migrating);
  }

  private static ResourceEventHandler<MessageBoard> phaseInto(Collection<Phase> phases) {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(MessageBoard board) {}

      @Override
      public void onUpdate(MessageBoard before, MessageBoard board) {
        phases.add(board.getStatus().phase());
      }

      @Override
      public void onDelete(MessageBoard board, boolean isUnknown) {}
    };
  }
}
