package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Operators that share the boards by a label all see all pods. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class PodEventsApiServerTest extends BringsOperators {

  @Test
  void aPodIsCountedByTheOperatorThatKeepsItsBoardOnly() {
    var operator = start(how -> how.withLabelSelector("shard=a"), new Interceptor() {});
    keep("of-a", "a");
    keep("of-b", "b");
    awaitChildren("of-a");
    comeAndGo("of-b", "frontend");
    comeAndGo("of-a", "api");
    await().atMost(SOON).until(() -> operator.podEvents("api", "deleted") == 1);
    assertThat(operator.podEvents("frontend", "deleted")).as("seen before the other").isZero();
  }

  private void keep(String name, String shard) {
    var board = Cluster.board(namespace, name, EMBEDDED);
    board.getMetadata().setLabels(Map.of("shard", shard));
    client.resource(board).create();
  }

  private void comeAndGo(String board, String component) {
    var template = stage.deployment("of-a-api").getSpec().getTemplate();
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(board)
            .withNamespace(namespace)
            .withLabels(template.getMetadata().getLabels())
            .addToLabels(Map.of(Labels.INSTANCE, board, Labels.COMPONENT, component))
            .endMetadata()
            .withSpec(template.getSpec())
            .build();
    client.resource(pod).create();
    client.resource(pod).withGracePeriod(0).delete();
  }
}
