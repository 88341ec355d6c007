package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.ProvisionedDatabase;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Boards that are deleted with their databases, and boards that leave them. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReclaimApiServerTest extends BoardsOnApiServer {

  private static final String FINALIZER = "messageboard.dev/database";
  private static final String ALL = "1 2 1";
  private static final String NOTHING = "0 0 0";
  private static final String RETAIN =
      "{\"spec\":{\"database\":{\"provisioned\":{\"reclaimPolicy\":\"Retain\"}}}}";

  private OfferedMySql mysql;
  private String offer;

  @BeforeAll
  void startMySql() {
    mysql = new OfferedMySql();
  }

  @AfterAll
  void stopMySql() {
    mysql.close();
  }

  @BeforeEach
  void nameAServer() {
    offer = "reclaimed-" + COUNT.incrementAndGet();
  }

  @AfterEach
  void takeTheOfferBack() {
    client.secrets().inNamespace("messageboard-system").withName(offer).delete();
  }

  @Test
  void aDeletedBoardTakesItsDatabaseAlong() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    assertThat(board.getFinalizers()).containsExactly(FINALIZER);
    assertThat(mysql.of(board)).isEqualTo(ALL);
    delete();
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(NOTHING);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events("team"))
                    .anyMatch(
                        event -> event.startsWith("Normal DatabaseDropped x1: database mb_")));
  }

  @Test
  void aBoardThatLeavesItsDatabaseNeverWaitsForAnything() {
    mysql.offer(client, offer);
    var board = connected("Retain");
    assertThat(board.getFinalizers()).isEmpty();
    delete();
    assertThat(stage.board("team")).isNull();
    assertThat(mysql.of(board)).isEqualTo(ALL);
  }

  @Test
  void thePolicyMayBeChangedBothWays() {
    mysql.offer(client, offer);
    var board = connected("Retain");
    patch("team", RETAIN.replace("Retain", "Delete"));
    await().atMost(SOON).until(() -> stage.board("team").hasFinalizer(FINALIZER));
    patch("team", RETAIN);
    await().atMost(SOON).until(() -> stage.board("team").getFinalizers().isEmpty());
    delete();
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(ALL);
  }

  @Test
  void aServerThatIsAwayIsWaitedForAndSoIsTold() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    mysql.server().kill();
    try {
      delete();
      awaitStays("False ConnectionRefused: ");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(events("team"))
                      .anyMatch(event -> event.startsWith("Warning DatabaseNotDropped x")));
    } finally {
      mysql.server().start();
    }
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(NOTHING);
  }

  @Test
  void aTableThatSomebodyReadsIsWaitedForAndSoIsTold() throws SQLException {
    mysql.offer(client, offer);
    var board = connected("Delete");
    try (var reader = mysql.reading(ProvisionedDatabase.name(board))) {
      assertThat(reader.isClosed()).isFalse();
      delete();
      awaitStays("False DatabaseInUse: ");
    }
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(NOTHING);
  }

  /** The server itself waits for half of the timeout before it says that it waits in vain. */
  @Test
  void whileTheServerIsStillAtItThatIsToldAndNothingIsWrong() throws SQLException {
    mysql.offer(client, offer);
    var board = connectedOn(board("Delete", "40s"));
    var database = ProvisionedDatabase.name(board);
    try (var reader = mysql.reading(database)) {
      assertThat(reader.isClosed()).isFalse();
      delete();
      var told = "False Deleting: database %s and its users are dropped".formatted(database);
      awaitCondition("team", "DatabaseReady", told);
      awaitCondition("team", "Ready", told);
      assertThat(stage.board("team").getStatus().phase()).isEqualTo(Phase.Deleting);
      assertThat(mysql.of(board)).isEqualTo("1 0 1");
    }
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(NOTHING);
    assertThat(events("team")).noneMatch(event -> event.contains("DatabaseNotDropped"));
  }

  @Test
  void aServerThatIsNotOfferedAnyMoreIsWaitedForUntilThePolicyIsRetain() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    withdrawTheOffer();
    delete();
    awaitStays("False SecretMissing: ");
    patch("team", RETAIN);
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(ALL);
  }

  @Test
  void theCommandThatTheMessageTellsLetsTheBoardGo() {
    mysql.offer(client, offer);
    connected("Delete");
    withdrawTheOffer();
    delete();
    awaitStays("False SecretMissing: ");
    patch("team", stage.condition("team", "Ready").replaceAll(".* -p '(.*)'", "$1"));
    awaitGone();
  }

  @Test
  void aBoardThatNeverGotAsFarAsTheServerGoesAtOnce() {
    create("team", board("Delete", "2s"));
    awaitCondition("team", "DatabaseReady", "False SecretMissing");
    delete();
    assertThat(stage.board("team")).isNull();
  }

  @Test
  void aDatabaseThatIsAnotherBoardsStaysAndIsTold() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    mysql
        .server()
        .execute(
            "UPDATE messageboard_operator.board_database SET board_uid = 'theirs' WHERE board_uid = '%s'"
                .formatted(board.getMetadata().getUid()));
    delete();
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo("1 0 1");
    awaitEvent("team", "Warning DatabaseLeft x1: left on the server: database mb_");
  }

  @Test
  void aPausedBoardKeepsItsDatabaseUntilItIsNotPaused() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    patch("team", "{\"spec\":{\"paused\":true}}");
    awaitCondition("team", "Paused", "True");
    delete();
    awaitStays("False Paused: ");
    assertThat(mysql.of(board)).isEqualTo(ALL);
    patch("team", "{\"spec\":{\"paused\":false}}");
    awaitGone();
    assertThat(mysql.of(board)).isEqualTo(NOTHING);
  }

  @Test
  void aDeletedNamespaceTakesTheDatabasesOfItsBoardsAlong() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    deleteTheNamespace(() -> {});
    assertThat(mysql.of(board)).isEqualTo(NOTHING);
  }

  @Test
  void aDeletedNamespaceWhoseServerIsNotOfferedAnyMoreGoesWhenThePolicyIsRetain() {
    mysql.offer(client, offer);
    var board = connected("Delete");
    withdrawTheOffer();
    deleteTheNamespace(
        () -> {
          awaitStays("False SecretMissing: ");
          patch("team", RETAIN);
        });
    assertThat(mysql.of(board)).isEqualTo(ALL);
  }

  private void deleteTheNamespace(Runnable meanwhile) {
    try (var controllers =
        KubeProcess.controllers(RealApiServer.running().admin(), "namespace-controller")) {
      assertThat(controllers).isNotNull();
      client.namespaces().withName(namespace).delete();
      meanwhile.run();
      await()
          .atMost(SOON.multipliedBy(3))
          .until(() -> client.namespaces().withName(namespace).get() == null);
    }
  }

  private MessageBoard connected(String policy) {
    return connectedOn(board(policy, "2s"));
  }

  private MessageBoard connectedOn(String spec) {
    create("team", spec);
    awaitCondition("team", "DatabaseReady", "True Connected");
    return stage.board("team");
  }

  private String board(String policy, String timeout) {
    return "{version: 0.1.0, database: {provisioned: {server: %s, reclaimPolicy: %s}, check: {interval: %3$s, timeout: %3$s}}}"
        .formatted(offer, policy, timeout);
  }

  private void delete() {
    client.resources(MessageBoard.class).inNamespace(namespace).withName("team").delete();
  }

  private void awaitStays(String why) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(stage.board("team").getStatus().phase()).isEqualTo(Phase.Deleting);
              assertThat(stage.condition("team", "Ready"))
                  .startsWith(why)
                  .contains("kubectl patch");
              assertThat(stage.condition("team", "DatabaseReady")).startsWith(why);
            });
  }

  /** What was read of it is believed for an interval. */
  private void withdrawTheOffer() {
    takeTheOfferBack();
    awaitCondition("team", "DatabaseReady", "False SecretMissing: ");
  }

  private void awaitGone() {
    await().atMost(SOON).until(() -> stage.board("team") == null);
  }
}
