package dev.messageboard.operator.apiserver;

import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.mysql.BlackHole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * What the running operator says of a board in each state, held against what is recorded for others
 * to be tried with: the health script of Argo CD reads it ({@code deploy/tests/health}).
 */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RecordedBoardsApiServerTest extends BoardsOnMySql {

  private static final String OVERDUE =
      "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: 'ReplicaSet \"team-api-5d4c\" has timed out progressing.'}]";

  @Test
  void deploying() {
    create("team", EMBEDDED);
    awaitChildren("team");
    stage.playMysqlReady(stage.statefulSet("team-mysql"));
    stage.playReady(stage.deployment("team-frontend"));
    play("replicas: 2, updatedReplicas: 2");
    awaitCondition("team", "Ready", "False Starting: api: 0 of 2");
    assertRecorded("deploying");
  }

  @Test
  void serving() {
    ready();
    assertRecorded("serving");
  }

  @Test
  void asleep() {
    ready();
    patch("team", "{\"spec\":{\"frontend\":{\"replicas\":0}}}");
    await()
        .atMost(SOON)
        .until(() -> stage.deployment("team-frontend").getSpec().getReplicas() == 0);
    stage.playReady(stage.deployment("team-frontend"));
    awaitCondition("team", "Ready", "False ScaledToZero");
    assertRecorded("asleep");
  }

  @Test
  void paused() {
    ready();
    patch("team", "{\"spec\":{\"paused\":true}}");
    awaitCondition("team", "Paused", "True");
    assertRecorded("paused");
  }

  @Test
  void aWrongSpecWhileTheLastGoodOneServes() {
    ready();
    patch("team", "{\"spec\":{\"api\":{\"resources\":{\"requests\":{\"memory\":\"2Gi\"}}}}}");
    awaitCondition("team", "Stalled", "True InvalidSpec");
    assertRecorded("wrong-spec-while-serving");
  }

  @Test
  void podsBeyondTheDeadlineWhileThoseBeforeServe() {
    ready();
    play("replicas: 3, updatedReplicas: 1, readyReplicas: 2, availableReplicas: 2, " + OVERDUE);
    awaitCondition("team", "Stalled", "True ProgressDeadlineExceeded");
    assertRecorded("overdue-while-serving");
  }

  @Test
  void theFirstPodsBeyondTheDeadline() {
    create("team", EMBEDDED);
    awaitChildren("team");
    stage.playMysqlReady(stage.statefulSet("team-mysql"));
    stage.playReady(stage.deployment("team-frontend"));
    play("replicas: 2, updatedReplicas: 2, " + OVERDUE);
    awaitCondition("team", "Stalled", "True ProgressDeadlineExceeded");
    assertRecorded("overdue-from-the-start");
  }

  @Test
  void withoutTheSecretOfItsDatabase() {
    create("team", EXTERNAL);
    awaitCondition("team", "Ready", "False SecretMissing");
    assertRecorded("secret-missing");
  }

  @Test
  void aDatabaseThatIsNotThereFromTheStart() {
    int nobody;
    try (var closed = new BlackHole()) {
      nobody = closed.port();
    }
    createSecret(Map.of("username", "board", "password", "right"));
    create("team", onMySql(nobody, "board", ", migration: {mode: Disabled}"));
    awaitCondition("team", "Ready", "False ConnectionRefused");
    playFrontendReady();
    assertRecorded("database-not-there-yet");
  }

  @Test
  void aDatabaseThatIsLostLater() {
    var database = makeADatabase();
    server.writeHistory(database, "1");
    create("team", onMySql(server.port(), database, ", migration: {mode: Disabled}"));
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "Ready", "True");
    server.kill();
    try {
      awaitCondition("team", "Ready", "False ConnectionRefused");
      assertRecorded("database-lost");
    } finally {
      server.start();
    }
  }

  @Test
  void aMigrationAtWorkAndThenFailed() {
    create("team", onMySql(server.port(), makeADatabase(), ""));
    var jobs = new JobStage(client, namespace);
    await().atMost(SOON).until(() -> jobs.jobs().size() == 1);
    awaitCondition("team", "SchemaMigrated", "False Migrating");
    playFrontendReady();
    assertRecorded("migrating");

    jobs.playFailed(jobs.jobs().get(0), "Script V2__likes.sql failed");
    awaitCondition("team", "Stalled", "True MigrationFailed");
    assertRecorded("migration-failed");
  }

  private String makeADatabase() {
    var database = "board" + COUNT.incrementAndGet();
    server.createBoard(database, "right");
    createSecret(Map.of("username", database, "password", "right"));
    return database;
  }

  private void playFrontendReady() {
    await().atMost(SOON).until(() -> stage.deployment("team-frontend") != null);
    stage.playReady(stage.deployment("team-frontend"));
    awaitCondition("team", "FrontendAvailable", "True");
  }

  private void ready() {
    create("team", EMBEDDED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
  }

  private void play(String status) {
    var api = stage.deployment("team-api");
    stage.playStatus(
        api, "{observedGeneration: %d, %s}".formatted(api.getMetadata().getGeneration(), status));
  }

  private static String onMySql(int port, String database, String more) {
    return ("{version: 0.1.0%s, database: {external: {host: 127.0.0.1, port: %d, name: %s,"
            + " secretRef: {name: team-db}}, check: {interval: 1s, timeout: 1s}}}")
        .formatted(more, port, database);
  }

  private void assertRecorded(String state) {
    awaitGeneration("team");
    new RecordedBoard(state).assertIsWhatIsSaidOf(client, namespace);
  }
}
