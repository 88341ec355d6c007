package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Boards and namespaces go as a whole, with Kubernetes' own collectors at work. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DeletionApiServerTest extends BoardsOnApiServer {

  private static final Duration A_WHILE = Duration.ofSeconds(90);

  private KubeProcess controllers;

  @BeforeAll
  void startTheCollectors() {
    controllers =
        KubeProcess.controllers(
            RealApiServer.running().admin(),
            "namespace-controller",
            "garbage-collector-controller");
  }

  @AfterAll
  void stopThem() {
    controllers.close();
  }

  @Test
  void aDeletedBoardTakesItsChildrenAlongAndNobodyElses() {
    var gone = readyBoard(EMBEDDED);
    var stays = readyBoard(EMBEDDED);
    client.resources(MessageBoard.class).inNamespace(namespace).withName(gone).delete();
    await()
        .atMost(A_WHILE)
        .until(
            () ->
                children().stream()
                    .noneMatch(child -> child.getMetadata().getName().startsWith(gone + "-")));
    assertThat(children()).hasSize(17);
    assertThat(stage.condition(stays, "Ready")).startsWith("True");
  }

  @Test
  void aDeletedNamespaceTakesItsBoardsAlongAndTheOthersServeOn() {
    readyBoard(EMBEDDED);
    readyBoard(EMBEDDED);
    var doomed = namespace;
    enter(Cluster.newNamespace(client, "boards-" + COUNT.incrementAndGet()));
    var other = readyBoard(EMBEDDED);

    client.namespaces().withName(doomed).delete();
    await().atMost(A_WHILE).until(() -> client.namespaces().withName(doomed).get() == null);

    patch(other, "{\"spec\":{\"board\":{\"title\":\"Still here\"}}}");
    awaitGeneration(other);
    assertThat(stage.config(other + "-config").get("config.json")).contains("Still here");
    assertThat(readyBoard(EMBEDDED)).isNotNull();
  }
}
