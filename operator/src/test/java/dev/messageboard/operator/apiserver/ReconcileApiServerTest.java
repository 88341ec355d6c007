package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.desired.Labels;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator reads, watches and may do, and what a board shares with no other. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReconcileApiServerTest extends BoardsOnApiServer {

  @Test
  void twoBoardsOfOneNamespaceShareNothing() {
    var first = readyBoard(EMBEDDED);
    var second = readyBoard(EMBEDDED);
    patch(first, "{\"spec\":{\"board\":{\"title\":\"Of the first\"},\"api\":{\"replicas\":3}}}");
    awaitGeneration(first);
    await().atMost(SOON).until(() -> stage.deployment(first + "-api").getSpec().getReplicas() == 3);
    assertThat(stage.deployment(second + "-api").getSpec().getReplicas()).isEqualTo(2);
    assertThat(stage.config(second + "-config").get("config.json")).doesNotContain("Of the first");
    assertThat(stage.condition(second, "Ready")).startsWith("True");
    var selector = stage.deployment(first + "-api").getSpec().getSelector().getMatchLabels();
    assertThat(stage.deployment(second + "-api").getSpec().getTemplate().getMetadata().getLabels())
        .doesNotContainEntry("app.kubernetes.io/instance", first);
    assertThat(selector).containsEntry("app.kubernetes.io/instance", first);
    assertThat(stage.config(first + "-config")).isNotEqualTo(stage.config(second + "-config"));
  }

  @Test
  void aLookAtAnUnchangedBoardWritesNothing() {
    readyExternalBoard("team");
    var before = audit.writes(namespace);
    for (int i = 0; i < 3; i++) {
      touch("team-api", Integer.toString(i));
    }
    // Every look at this board that comes by the clock reads its Secret: two whole ones passed.
    var looks = audit.gets(namespace).size();
    await().atMost(SOON).until(() -> audit.gets(namespace).size() >= looks + 3);
    assertThat(audit.gets(namespace)).containsOnly("get secrets team-db");
    assertThat(audit.writes(namespace)).isEqualTo(before);
  }

  @Test
  void onlyBoardsAndTheNodesThatTheyCountAreWatchedWithoutASelector() {
    readyBoard(EMBEDDED);
    assertThat(audit.watched())
        .contains("messageboards ")
        .filteredOn(watched -> !List.of("messageboards ", "nodes ").contains(watched))
        .isNotEmpty()
        .allMatch(
            watched ->
                watched.endsWith(" " + Labels.MANAGED)
                    || watched.equals("secrets " + Labels.WATCH)
                    || watched.startsWith("secrets " + Labels.DATABASE_SERVER + "="));
  }

  @Test
  void aChangedColourRollsTheFrontendAndNothingElse() {
    var name = readyBoard(EMBEDDED);
    var frontend = stage.deployment(name + "-frontend").getMetadata().getGeneration();
    var api = stage.deployment(name + "-api").getMetadata().getGeneration();
    patch(name, "{\"spec\":{\"board\":{\"theme\":{\"accent\":\"#ff0000\"}}}}");
    await()
        .atMost(SOON)
        .until(() -> stage.deployment(name + "-frontend").getMetadata().getGeneration() > frontend);
    assertThat(stage.deployment(name + "-api").getMetadata().getGeneration()).isEqualTo(api);
  }

  @Test
  void everyRightThatIsGrantedIsUsedAndNoneIsMissing() {
    var refused = audit.refusalsOf("messageboard-system");
    new EveryRight(this, "messageboard-system").use();
    create(
        "per-node",
        "{version: 0.1.0, migration: {mode: Disabled}, frontend: {replicasPerNode: 1}, database: {embedded: {}, check: {mode: Disabled}}}");
    awaitChildren("per-node");
    assertThat(audit.used("messageboard-system")).isEqualTo(Grants.ofAllBoards(client));
    assertThat(audit.refusalsOf("messageboard-system")).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "messageboard-system, create, messageboard-operator, true",
    "messageboard-system, get, messageboard-operator, true",
    "messageboard-system, patch, messageboard-operator, true",
    "messageboard-system, update, messageboard-operator, true",
    "messageboard-system, get, another, false",
    "messageboard-system, patch, another, false",
    "messageboard-system, update, another, false",
    "messageboard-system, list, , false",
    "messageboard-system, delete, messageboard-operator, false",
    "default, create, messageboard-operator, false",
    "default, get, messageboard-operator, false",
  })
  void theLeaderHoldsItsOwnLeaseAndMayTouchNoOther(
      String where, String verb, String lease, boolean allowed) {
    assertThat(Cluster.operatorMay(client, where, verb, lease)).isEqualTo(allowed);
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
}
