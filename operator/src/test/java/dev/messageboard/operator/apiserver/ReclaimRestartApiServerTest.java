package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.Phase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Operators that end while a board waits for its database to go. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
class ReclaimRestartApiServerTest extends BringsOperators {

  private static final String OFFER = "outlives-operators";

  private OfferedMySql mysql;

  @BeforeAll
  void startMySql() {
    mysql = new OfferedMySql();
    mysql.offer(client, OFFER);
  }

  @AfterAll
  void stopMySql() {
    mysql.close();
  }

  @Test
  void theNextOperatorFinishesWhatTheOneBeforeBegan() {
    var first = start();
    create(
        "team",
        "{version: 0.1.0, database: {provisioned: {server: %s, reclaimPolicy: Delete}, check: {interval: 2s, timeout: 2s}}}"
            .formatted(OFFER));
    awaitCondition("team", "DatabaseReady", "True Connected");
    var board = stage.board("team");
    mysql.server().kill();
    client.resources(MessageBoard.class).inNamespace(namespace).withName("team").delete();
    await().atMost(SOON).until(() -> stage.board("team").getStatus().phase() == Phase.Deleting);
    awaitCondition("team", "Ready", "False ConnectionRefused");
    first.close();
    mysql.server().start();
    assertThat(mysql.of(board)).isEqualTo("1 2 1");

    start();
    await().atMost(SOON).until(() -> stage.board("team") == null);
    assertThat(mysql.of(board)).isEqualTo("0 0 0");
  }
}
