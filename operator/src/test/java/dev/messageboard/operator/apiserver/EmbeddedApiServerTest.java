package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The MySQL of a board, with the controllers at work that make its pod and keep its volume. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class EmbeddedApiServerTest extends BoardsOnApiServer {

  private static final Duration A_WHILE = Duration.ofSeconds(90);
  private static final String GOES =
      EMBEDDED.replace("embedded: {}", "embedded: {reclaimPolicy: Delete}");
  private static final String RETAIN =
      "{\"spec\":{\"database\":{\"embedded\":{\"reclaimPolicy\":\"Retain\"}}}}";
  private static final String DELETE = RETAIN.replace("Retain", "Delete");

  private KubeProcess controllers;

  @BeforeAll
  void startTheControllers() {
    controllers =
        KubeProcess.controllers(
            RealApiServer.running().admin(),
            "statefulset-controller",
            "garbage-collector-controller",
            "persistentvolumeclaim-protection-controller");
  }

  @AfterAll
  void stopThem() {
    controllers.close();
  }

  @Test
  void aWrongImageIsCorrectedThoughNoPodEverStartedWithIt() {
    create("team", "{version: 0.1.0, database: {embedded: {image: 'nobody/has-it'}}}");
    awaitImage("nobody/has-it");
    patch("team", "{\"spec\":{\"database\":{\"embedded\":{\"image\":\"somebody/has-it\"}}}}");
    awaitImage("somebody/has-it");
  }

  /** As earlier versions made it; nobody can change that. */
  @Test
  void aStatefulSetThatIsOrderedStaysSoAndIsKept() {
    create("team", EMBEDDED);
    awaitChildren("team");
    patch("team", "{\"spec\":{\"paused\":true}}");
    awaitCondition("team", "Paused", "True");
    replaceByAnOrderedOne(stage.statefulSet("team-mysql"));

    patch("team", "{\"spec\":{\"paused\":false}}");
    patch("team", "{\"spec\":{\"database\":{\"embedded\":{\"image\":\"somebody/has-it\"}}}}");

    await()
        .atMost(SOON)
        .until(() -> imageIn(stage.statefulSet("team-mysql")).equals("somebody/has-it"));
    assertThat(stage.statefulSet("team-mysql").getSpec().getPodManagementPolicy())
        .isEqualTo("OrderedReady");
    awaitCondition("team", "Stalled", "absent");
  }

  @Test
  void theVolumeOutlivesADeletedStatefulSet() {
    create("team", GOES);
    awaitOwners(board());
    var volume = volume();
    var set = stage.statefulSet("team-mysql");
    await().atMost(SOON).until(() -> controller(pod()).equals(set.getMetadata().getUid()));

    client.resource(set).delete();

    await()
        .atMost(A_WHILE)
        .until(() -> !List.of("", set.getMetadata().getUid()).contains(controller(pod())));
    assertIsTheSame(volume);
    assertThat(owners()).containsExactly(board());
  }

  @Test
  void theVolumeGoesWithItsBoardWhereTheBoardSaysSo() {
    create("team", GOES);
    awaitOwners(board());
    deleteTheBoard();
    await().atMost(A_WHILE).until(() -> volume() == null);
  }

  @Test
  void theVolumeStaysOtherwiseAndTheNextBoardOfThisNameTakesIt() {
    create("team", EMBEDDED);
    await().atMost(SOON).until(() -> volume() != null && pod() != null);
    var volume = volume();
    deleteTheBoard();
    await().atMost(A_WHILE).until(() -> stage.statefulSet("team-mysql") == null && pod() == null);
    assertIsTheSame(volume);

    create("team", GOES);
    awaitOwners(board());
    assertIsTheSame(volume);
  }

  @Test
  void theVolumeChangesHandsWithThePolicyInOneWriteEach() {
    create("team", GOES);
    awaitOwners(board());
    patch("team", RETAIN);
    awaitOwners();
    patch("team", DELETE);
    awaitOwners(board());
    awaitGeneration("team");
    assertThat(audit.writes(namespace))
        .filteredOn(write -> write.contains("persistentvolumeclaims"))
        .hasSize(3)
        .containsOnly("patch persistentvolumeclaims data-team-mysql-0");
  }

  /** As earlier versions had it: a StatefulSet that took the volume along. */
  @Test
  void theVolumeIsTakenFromAStatefulSetThatOwnsIt() {
    create("team", GOES);
    awaitOwners(board());
    playPodReady();
    patch("team", "{\"spec\":{\"paused\":true}}");
    awaitCondition("team", "Paused", "True");
    var set = stage.statefulSet("team-mysql");
    client.resource(set).edit(live -> retaining("Delete", live));
    awaitOwners(board(), "StatefulSet " + set.getMetadata().getUid());

    patch("team", "{\"spec\":{\"paused\":false}}");

    awaitOwners(board());
  }

  @Test
  void theVolumeOfAPausedBoardIsLeftAsItIs() {
    create("team", GOES);
    awaitOwners(board());
    patch("team", "{\"spec\":{\"paused\":true}}");
    patch("team", RETAIN);
    awaitCondition(
        "team",
        "Paused",
        "True Paused: spec.paused is true: not written are PersistentVolumeClaim data-team-mysql-0");
    assertThat(owners()).containsExactly(board());

    patch("team", "{\"spec\":{\"paused\":false}}");
    awaitOwners();
  }

  @Test
  void theVolumeOfABoardThatOnlyReportsIsNotTakenBack() {
    create("team", GOES.replace("version:", "driftPolicy: Report, version:"));
    awaitOwners(board());
    client
        .resource(volume())
        .edit(live -> live.edit().editMetadata().withOwnerReferences().endMetadata().build());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events("team"))
                    .contains(
                        "Warning DriftDetected x1: PersistentVolumeClaim data-team-mysql-0: metadata.ownerReferences was changed; driftPolicy Report leaves it so"));
    assertThat(owners()).isEmpty();

    patch("team", "{\"spec\":{\"driftPolicy\":\"Heal\"}}");
    awaitOwners(board());
  }

  @Test
  void aVolumeThatSomebodyDeletesIsToldWhileItsPodKeepsIt() {
    create("team", EMBEDDED);
    await().atMost(SOON).until(() -> volume() != null && pod() != null);
    playPodReady();
    awaitCondition("team", "DatabaseReady", "True CheckDisabled");
    client.resource(volume()).edit(live -> held("messageboard.dev/test", live));

    client.resource(volume()).delete();

    awaitCondition("team", "DatabaseReady", "True VolumeTerminating");
    awaitEvent(
        "team",
        "Warning VolumeTerminating x1: the volume of the embedded database is being deleted (PersistentVolumeClaim data-team-mysql-0)");
    client.resource(volume()).edit(live -> held(null, live));
  }

  private void awaitImage(String image) {
    await().atMost(SOON).until(() -> imageOf(pod()).equals(image));
  }

  private static String imageOf(Pod pod) {
    return pod == null ? "" : pod.getSpec().getContainers().get(0).getImage();
  }

  private static String imageIn(StatefulSet set) {
    return set.getSpec().getTemplate().getSpec().getContainers().get(0).getImage();
  }

  private void replaceByAnOrderedOne(StatefulSet set) {
    client.resource(set).delete();
    await().atMost(SOON).until(() -> stage.statefulSet("team-mysql") == null);
    client
        .resource(
            new StatefulSetBuilder()
                .withNewMetadata()
                .withName(set.getMetadata().getName())
                .withNamespace(namespace)
                .withLabels(set.getMetadata().getLabels())
                .withOwnerReferences(set.getMetadata().getOwnerReferences())
                .endMetadata()
                .withSpec(set.getSpec())
                .editSpec()
                .withPodManagementPolicy("OrderedReady")
                .endSpec()
                .build())
        .create();
  }

  private void deleteTheBoard() {
    client.resources(MessageBoard.class).inNamespace(namespace).withName("team").delete();
  }

  private void awaitOwners(String... wanted) {
    await()
        .atMost(A_WHILE)
        .untilAsserted(() -> assertThat(owners()).containsExactlyInAnyOrder(wanted));
  }

  private void assertIsTheSame(PersistentVolumeClaim before) {
    assertThat(volume().getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(volume().getMetadata().getDeletionTimestamp()).isNull();
  }

  private void playPodReady() {
    await().atMost(SOON).until(() -> pod() != null);
    stage.playReady(pod());
  }

  private static StatefulSet retaining(String policy, StatefulSet live) {
    return live.edit()
        .editSpec()
        .editPersistentVolumeClaimRetentionPolicy()
        .withWhenDeleted(policy)
        .endPersistentVolumeClaimRetentionPolicy()
        .endSpec()
        .build();
  }

  private static PersistentVolumeClaim held(String by, PersistentVolumeClaim live) {
    return live.edit()
        .editMetadata()
        .withFinalizers(by == null ? List.of() : List.of(by))
        .endMetadata()
        .build();
  }

  private String board() {
    return "MessageBoard " + stage.board("team").getMetadata().getUid();
  }

  private List<String> owners() {
    var volume = volume();
    return volume == null
        ? List.of("no volume")
        : volume.getMetadata().getOwnerReferences().stream()
            .map(owner -> owner.getKind() + " " + owner.getUid())
            .toList();
  }

  private PersistentVolumeClaim volume() {
    return stage.volume("team");
  }

  private Pod pod() {
    return client.pods().inNamespace(namespace).withName("team-mysql-0").get();
  }

  private static String controller(Pod pod) {
    return pod == null
        ? ""
        : pod.getMetadata().getOwnerReferences().stream()
            .map(OwnerReference::getUid)
            .findFirst()
            .orElse("");
  }
}
