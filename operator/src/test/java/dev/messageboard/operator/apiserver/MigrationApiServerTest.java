package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.Phase;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The gate between a version and its pods: a Job, and the history in a real MySQL. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class MigrationApiServerTest extends BoardsOnADatabase {

  private JobStage jobs;

  @BeforeEach
  void nameIt() {
    createSecret(Map.of("username", database, "password", "first"));
    jobs = new JobStage(client, namespace);
  }

  @Test
  void theFirstPodsComeWhenTheSchemaIsThere() {
    create("team", board(""));
    var job = awaitOneJob();
    awaitCondition("team", "SchemaMigrated", "False Migrating: Job " + name(job));
    assertThat(stage.deployment("team-api")).isNull();
    assertThat(stage.board("team").getStatus().phase()).isEqualTo(Phase.Migrating);

    migrate(job, "", "1");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    awaitCondition("team", "SchemaMigrated", "True SchemaFits: the schema is at version 1");
    assertThat(stage.board("team").getStatus().migration().toVersion()).isEqualTo("1");
    assertThat(events("team"))
        .anyMatch(event -> event.startsWith("Normal MigrationStarted"))
        .anyMatch(
            event -> event.startsWith("Normal MigrationCompleted x1: the schema is at version 1"));
  }

  @Test
  void podsOfTheOldVersionStayUntilTheSchemaFitsTheNewOne() {
    var first = served();
    patch("team", "{\"spec\":{\"version\":\"0.2.0\"}}");
    var second = awaitJobBeside(first);
    awaitCondition("team", "SchemaMigrated", "False Migrating");
    assertThat(image()).endsWith(":0.1.0");

    migrate(second, "1", "2");
    await().atMost(SOON).until(() -> image().endsWith(":0.2.0"));
    await().atMost(SOON).until(() -> List.of(name(second)).equals(names()));
  }

  @Test
  void aFailedJobIsKeptWithItsReasonAndATriggerTriesAgain() {
    create("team", board(""));
    var job = awaitOneJob();
    jobs.playFailed(job, "V2__x.sql: denied to user 'ann'@'10.0.0.7'");
    awaitCondition("team", "SchemaMigrated", "False MigrationFailed: Job " + name(job));
    assertThat(stage.condition("team", "SchemaMigrated"))
        .contains("BackoffLimitExceeded: exit code 1 (Error): V2__x.sql: denied to user ***");
    assertThat(stage.condition("team", "Stalled")).startsWith("True MigrationFailed");
    assertThat(stage.deployment("team-api")).isNull();
    assertThat(events("team")).anyMatch(event -> event.startsWith("Warning MigrationFailed x1"));

    patch("team", "{\"spec\":{\"migration\":{\"trigger\":\"again\"}}}");
    var again = awaitJobBeside(job);
    assertThat(names()).contains(name(job));
    migrate(again, "", "2");
    await().atMost(SOON).until(() -> List.of(name(again)).equals(names()));
    awaitCondition("team", "SchemaMigrated", "True SchemaFits");
  }

  @Test
  void anAttemptThatFailedIsToldWhileTheNextOneIsOnItsWay() {
    create("team", board(""));
    var job = awaitOneJob();
    var atWork = "False Migrating: Job %s is at work".formatted(name(job));
    awaitCondition("team", "SchemaMigrated", atWork);
    jobs.playFailedAttempt(job, "V2__x.sql: a lock was not given in time");
    awaitCondition(
        "team",
        "SchemaMigrated",
        atWork + ", after exit code 1 (Error): V2__x.sql: a lock was not given in time");
    awaitEvent("team", "Warning MigrationRetry x1: Job " + name(job));
  }

  /** With the controller of Jobs, which minds the deadline; nobody runs the pod. */
  @Test
  void aMigrationThatIsNotDoneInTimeIsEndedAndKeptWithThatReason() {
    try (var controllers =
        KubeProcess.controllers(RealApiServer.running().admin(), "job-controller")) {
      assertThat(controllers).isNotNull();
      create(
          "team",
          board("")
              .replace(
                  "{version: 0.1.0,",
                  "{version: 0.1.0, migration: {timeout: 3s, maxAttempts: 4},"));
      var job = awaitOneJob();
      assertThat(job.getSpec().getBackoffLimit()).as("after the first attempt").isEqualTo(3);
      awaitCondition(
          "team",
          "SchemaMigrated",
          "False MigrationFailed: Job %s failed, DeadlineExceeded".formatted(name(job)));
      assertThat(names()).containsExactly(name(job));
      assertThat(stage.deployment("team-api")).isNull();
    }
  }

  @Test
  void aChangedSecretTriesAgainWhatFailedAndLeavesAloneWhatSucceeded() {
    create("team", board(""));
    var failed = awaitOneJob();
    jobs.playFailed(failed, "denied");
    awaitCondition("team", "SchemaMigrated", "False MigrationFailed");
    rotate("second");
    var again = awaitJobBeside(failed);
    migrate(again, "", "1");
    awaitCondition("team", "SchemaMigrated", "True SchemaFits");
    await().atMost(SOON).until(() -> List.of(name(again)).equals(names()));

    rotate("third");
    await().atMost(SOON).until(() -> encoded("third").equals(binding().get("password")));
    assertThat(names()).containsExactly(name(again));
  }

  @Test
  void aDatabaseThatLostItsSchemaIsMigratedAgainWhileTheOldPodsStay() {
    var first = served();
    server.execute("DROP TABLE %s.flyway_schema_history".formatted(database));
    awaitCondition("team", "DatabaseReady", "False SchemaBehind: the database has lost its schema");
    await()
        .atMost(SOON)
        .until(() -> jobs.jobs().stream().anyMatch(job -> !uid(job).equals(uid(first))));
    assertThat(stage.deployment("team-api")).isNotNull();
    deletePods();

    migrate(awaitOneJob(), "", "1");
    awaitCondition("team", "DatabaseReady", "True Connected");
    awaitCondition("team", "SchemaMigrated", "True SchemaFits");
  }

  @Test
  void aDatabaseThatWasRestoredFromBeforeTheMigrationIsMigratedAgain() {
    create("team", board(""));
    var first = awaitOneJob();
    server.writeHistory(database, "1");
    migrate(first, "1", "2");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "Ready", "True");

    server.execute("DELETE FROM %s.flyway_schema_history WHERE version = '2'".formatted(database));

    awaitCondition("team", "SchemaMigrated", "False Migrating");
    await()
        .atMost(SOON)
        .until(() -> jobs.jobs().stream().anyMatch(job -> !uid(job).equals(uid(first))));
    assertThat(stage.deployment("team-api")).isNotNull();
  }

  @Test
  void aSchemaThatIsAheadOfTheCodeIsToldAndServes() {
    served();
    server.writeHistory(database, "99");
    awaitCondition("team", "DatabaseReady", "True SchemaAhead: the schema is at version 99");
    awaitCondition("team", "Ready", "True");
  }

  @Test
  void onlyTheJobGetsTheLoginThatChangesTheSchema() {
    createSecret("team-ddl", Map.of("username", "owner", "password", "of-the-schema"));
    create("team", board(", migrationSecretRef: {name: team-ddl}"));
    var job = awaitOneJob();
    assertThat(items(job.getSpec().getTemplate().getSpec()))
        .contains("migration-password as password", "migration-username as username");
    migrate(job, "", "1");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    assertThat(items(stage.deployment("team-api").getSpec().getTemplate().getSpec()))
        .contains("password as password")
        .noneMatch(item -> item.startsWith("migration-"));
    assertThat(binding()).containsEntry("migration-password", encoded("of-the-schema"));
  }

  @Test
  void somebodyElsesSchemaIsNotTouched() {
    create(
        "team",
        board("").replace("{version: 0.1.0,", "{version: 0.1.0, migration: {mode: Disabled},"));
    awaitCondition("team", "DatabaseReady", "False SchemaBehind: the database has no schema");
    awaitCondition("team", "SchemaMigrated", "False SchemaBehind");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    assertThat(jobs.jobs()).isEmpty();
  }

  private Job served() {
    create("team", board(""));
    var job = awaitOneJob();
    migrate(job, "", "1");
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "Ready", "True");
    return job;
  }

  private void migrate(Job job, String from, String to) {
    server.writeHistory(database, to);
    jobs.playDone(job, from, to);
  }

  private Job awaitOneJob() {
    await().atMost(SOON).until(() -> jobs.jobs().size() == 1);
    return jobs.jobs().get(0);
  }

  private Job awaitJobBeside(Job other) {
    await()
        .atMost(SOON)
        .until(() -> jobs.jobs().stream().anyMatch(job -> !uid(job).equals(uid(other))));
    return jobs.jobs().stream()
        .filter(job -> !uid(job).equals(uid(other)))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return jobs.jobs().stream().map(MigrationApiServerTest::name).toList();
  }

  private static String name(Job job) {
    return job.getMetadata().getName();
  }

  private static String uid(Job job) {
    return job.getMetadata().getUid();
  }

  private void deletePods() {
    client
        .pods()
        .inNamespace(namespace)
        .withLabel("app.kubernetes.io/component", "migration")
        .delete();
  }

  private String image() {
    return stage
        .deployment("team-api")
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getImage();
  }

  private String board(String more) {
    return ("{version: 0.1.0, database: {external: {host: 127.0.0.1, port: %d, name: %s,"
            + " secretRef: {name: team-db}%s}, check: {interval: 1s, timeout: 1s}}}")
        .formatted(server.port(), database, more);
  }

  private void rotate(String password) {
    server.execute("ALTER USER %s IDENTIFIED BY '%s'".formatted(database, password));
    changePassword("team-db", password);
  }

  private static List<String> items(PodSpec pod) {
    return pod.getVolumes().stream()
        .filter(volume -> "database".equals(volume.getName()))
        .flatMap(volume -> volume.getSecret().getItems().stream())
        .map(MigrationApiServerTest::told)
        .toList();
  }

  private static String told(KeyToPath item) {
    return item.getKey() + " as " + item.getPath();
  }
}
