package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Nodes are the cluster's: they are looked at only while some board counts them. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class NodeWatchApiServerTest extends BringsOperators {

  private static final String PER_NODE =
      "{version: 0.1.0, migration: {mode: Disabled}, frontend: {replicasPerNode: 1}, database: {embedded: {}, check: {mode: Disabled}}}";

  @Test
  void itBeginsWithTheFirstBoardThatCountsThemAndEndsWithTheLast() {
    await().atMost(SOON).until(() -> audit.openWatches("nodes") == 0);
    start();
    create("plain", EMBEDDED);
    awaitChildren("plain");
    assertThat(audit.openWatches("pods")).isPositive();
    assertThat(audit.openWatches("nodes")).isZero();

    create("first", PER_NODE);
    create("second", PER_NODE);
    awaitChildren("first");
    awaitChildren("second");
    await().atMost(SOON).until(() -> audit.openWatches("nodes") == 1);

    patch("first", "{\"spec\":{\"frontend\":{\"replicasPerNode\":null}}}");
    awaitCondition("first", "NodesCounted", "absent");
    assertThat(audit.openWatches("nodes")).isEqualTo(1);

    client.resource(stage.board("second")).delete();
    await().atMost(SOON).until(() -> audit.openWatches("nodes") == 0);
  }
}
