package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** When a board is called ready, in each status that it ever had. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReadinessApiServerTest extends BoardsOnApiServer {

  private final List<MessageBoard> told = new CopyOnWriteArrayList<>();

  @Test
  void readyIsNeverTrueBeforeAllOfTheNewGenerationServes() {
    var name = readyBoard(EMBEDDED);
    var board = client.resources(MessageBoard.class).inNamespace(namespace).withName(name);
    try (var watch = board.watch(each())) {
      assertThat(watch).isNotNull();
      patch(name, "{\"spec\":{\"version\":\"0.2.0\",\"api\":{\"replicas\":3}}}");
      awaitGeneration(name);
      assertNotReadyYet(name);
      stage.playMysqlReady(stage.statefulSet(name + "-mysql"));
      stage.playRolledOut(stage.deployment(name + "-frontend"));
      playOneOfThree(stage.deployment(name + "-api"));
      await().atMost(SOON).until(() -> "1/3".equals(api(name)));
      assertNotReadyYet(name);
      stage.playRolledOut(stage.deployment(name + "-api"));
      awaitCondition(name, "Ready", "True Serving");
      assertThat(api(name)).isEqualTo("3/3");
      await().atMost(SOON).until(() -> told.stream().anyMatch(this::isOfTheNewAndReady));
    }
  }

  /** In no status until now, of which none is on its way to us. */
  private void assertNotReadyYet(String name) {
    var now = stage.board(name).getMetadata().getResourceVersion();
    await()
        .atMost(SOON)
        .until(
            () ->
                told.stream()
                    .anyMatch(seen -> now.equals(seen.getMetadata().getResourceVersion())));
    assertThat(told).noneMatch(this::isOfTheNewAndReady);
  }

  private boolean isOfTheNewAndReady(MessageBoard board) {
    return board.getStatus().observedGeneration() == 2
        && board.getStatus().conditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  private String api(String name) {
    return stage.board(name).getStatus().components().api().summary();
  }

  private void playOneOfThree(Deployment api) {
    stage.playStatus(
        api,
        "{observedGeneration: %d, replicas: 4, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1}"
            .formatted(api.getMetadata().getGeneration()));
  }

  private Watcher<MessageBoard> each() {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, MessageBoard board) {
        told.add(board);
      }

      @Override
      public void onClose(WatcherException cause) {}
    };
  }
}
