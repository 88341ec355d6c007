package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Operators that end, or are two, while a board's database is made and its schema migrated. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
class InterruptedMigrationApiServerTest extends BringsOperators {

  private static final String OFFER = "shared";

  private OfferedMySql mysql;
  private JobStage jobs;

  @BeforeAll
  void startMySql() {
    mysql = new OfferedMySql();
    mysql.offer(client, OFFER);
  }

  @AfterAll
  void stopMySql() {
    mysql.close();
  }

  @BeforeEach
  void watchTheJobs() {
    jobs = new JobStage(client, namespace);
  }

  @Test
  void theNextOperatorWaitsForTheJobOfTheOneBefore() {
    var first = start();
    createBoard();
    var job = awaitJob();
    first.close();

    var second = start();
    awaitMoreLooks(second);
    awaitCondition("team", "SchemaMigrated", "False Migrating: Job " + name(job));
    migrate(job);
    awaitServing();
    assertThat(namesEver()).containsExactly(name(job));
    assertThat(uids()).containsExactly(job.getMetadata().getUid());
  }

  @Test
  void aMigrationThatEndedWhileNoOperatorRanIsNotRepeated() {
    var first = start();
    createBoard();
    var job = awaitJob();
    first.close();
    migrate(job);

    start();
    awaitServing();
    assertThat(namesEver()).containsExactly(name(job));
    assertThat(uids()).containsExactly(job.getMetadata().getUid());
  }

  @Test
  void aMigrationThatFailedWhileNoOperatorRanIsToldAndNotRepeated() {
    var first = start();
    createBoard();
    var job = awaitJob();
    first.close();
    jobs.playFailed(job, "V2__x.sql: denied");

    var second = start();
    awaitCondition("team", "SchemaMigrated", "False MigrationFailed: Job " + name(job));
    awaitMoreLooks(second);
    assertThat(namesEver()).containsExactly(name(job));
    assertThat(stage.deployment("team-api")).isNull();
  }

  @Test
  void twoOperatorsAtOnceMakeOneDatabaseAndOneJobAndComeToRest() {
    var both = List.of(start(), start());
    createBoard();
    var job = awaitJob();
    migrate(job);
    await().atMost(SOON).until(() -> stage.deployment("team-api") != null);
    awaitRestOf(both);
    awaitServing();
    awaitRestOf(both);

    assertThat(namesEver()).containsExactly(name(job));
    assertThat(uids()).containsExactly(job.getMetadata().getUid());
    assertThat(mysql.of(stage.board("team"))).isEqualTo("1 2 1");
    assertThat(stage.condition("team", "DatabaseReady")).startsWith("True Connected");
  }

  private void createBoard() {
    create(
        "team",
        "{version: 0.1.0, database: {provisioned: {server: %s}, check: {interval: 1s, timeout: 1s}}}"
            .formatted(OFFER));
  }

  private Job awaitJob() {
    await().atMost(SOON).until(() -> !jobs.jobs().isEmpty());
    return jobs.jobs().get(0);
  }

  /** As the Job's pod would, and the Job's controller. */
  private void migrate(Job job) {
    var hex = stage.board("team").getMetadata().getUid().replace("-", "");
    mysql.server().writeHistory("mb_" + hex, "1");
    jobs.playDone(job, "", "1");
  }

  private void awaitServing() {
    await()
        .atMost(SOON)
        .until(
            () ->
                stage.deployment("team-frontend") != null && stage.deployment("team-api") != null);
    stage.playTiersReady("team");
    awaitCondition("team", "SchemaMigrated", "True SchemaFits");
    awaitCondition("team", "Ready", "True");
  }

  private void awaitMoreLooks(KillableOperator operator) {
    var before = operator.looksAt(namespace, "team");
    await().atMost(SOON).until(() -> operator.looksAt(namespace, "team") >= before + 3);
  }

  /** Until each has looked some more times and none has written anything. */
  private void awaitRestOf(List<KillableOperator> operators) {
    await()
        .atMost(SOON.multipliedBy(2))
        .until(
            () -> {
              var before = audit.writes(namespace);
              operators.forEach(this::awaitMoreLooks);
              return audit.writes(namespace).equals(before);
            });
  }

  /** Of all requests of operators to make or change one. */
  private Set<String> namesEver() {
    return audit.writes(namespace).stream()
        .filter(write -> write.startsWith("patch jobs ") || write.startsWith("create jobs "))
        .map(write -> write.substring(write.lastIndexOf(' ') + 1))
        .collect(Collectors.toSet());
  }

  private List<String> uids() {
    return jobs.jobs().stream().map(job -> job.getMetadata().getUid()).toList();
  }

  private static String name(Job job) {
    return job.getMetadata().getName();
  }
}
