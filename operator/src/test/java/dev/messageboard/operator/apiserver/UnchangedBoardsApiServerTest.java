package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.NamedSecrets;
import dev.messageboard.operator.mysql.RealMySql;
import dev.messageboard.operator.mysql.ServerCertificate;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * Every sample with every field that it sets, in a cluster that knows every kind and beside a real
 * MySQL: made once, and then left alone.
 */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
class UnchangedBoardsApiServerTest extends BringsOperators {

  private static final String CHECKED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {external: {host: 127.0.0.1, port:"
          + " %d, name: restarted, secretRef: {name: team-db}}, check: {interval: 2s, timeout: 2s}}}";
  private static final String PROVISIONED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {provisioned: {server: main, name:"
          + " made}, check: {interval: 2s, timeout: 2s}}}";
  private static final String OPERATORS = "messageboard-system";
  private static final String OFFER = "mysql-main";
  private static final String USER = "samples";

  @Test
  void aRestartAndLooksByTheClockAtEverySampleWriteNothing() {
    OptionalCrds.installAll(client);
    var certificate = ServerCertificate.of("ip:127.0.0.1");
    try (var mysql = new OfferedMySql(certificate.options());
        var standIn = new ReadyAtOnce(client, namespace, stage, job -> migrate(mysql, job))) {
      assertThat(standIn).isNotNull();
      bringWhatSamplesName(mysql, certificate);
      var made = startWithASecondBetweenLooks();
      var boards =
          Samples.names().stream()
              .map(name -> Samples.createBoardAt(client, namespace, name, mysql.server().port()))
              .toList();
      boards.forEach(this::awaitTakenUp);
      awaitThatNothingIsLeftToWrite(made, boards);
      made.close();

      var before = audit.writes(namespace);
      var again = startWithASecondBetweenLooks();
      awaitRest(again, boards);
      assertThat(audit.writes(namespace)).isEqualTo(before);
      assertThat(Set.copyOf(audit.gets(namespace))).isEqualTo(readsOfWhatIsNamed(boards));
    } finally {
      client.resources(MessageBoard.class).inNamespace(namespace).delete();
      client.secrets().inNamespace(OPERATORS).withName(OFFER).delete();
      OptionalCrds.removeAll(client);
    }
  }

  @Test
  void aRestartWritesNothingToABoardWhoseDatabaseIsCheckedAnew() {
    try (var server = RealMySql.launch();
        var standIn = new ReadyAtOnce(client, namespace, stage)) {
      assertThat(standIn).isNotNull();
      server.createBoard("restarted", "first");
      server.writeHistory("restarted", "1");
      createSecret(Map.of("username", "restarted", "password", "first"));
      create("team", CHECKED.formatted(server.port()));
      offer(server);
      create("made", PROVISIONED);
      var made = startWithASecondBetweenLooks();
      awaitCondition("made", "DatabaseReady", "False SchemaBehind");
      server.writeHistory("made", "1");
      for (var board : List.of("team", "made")) {
        awaitCondition(board, "DatabaseReady", "True Connected");
        awaitCondition(board, "Ready", "True");
      }
      awaitThatNothingIsLeftToWrite(made, List.of("team", "made"));
      made.close();

      var before = audit.writes(namespace);
      takeARightAway(server);
      var again = startWithASecondBetweenLooks();
      awaitLooks(again, List.of("team", "made"), 5);
      assertThat(audit.writes(namespace)).isEqualTo(before);
      assertThat(users(server, "SELECT")).isEqualTo("2");
      assertThat(users(server, "DROP")).isEqualTo("0");
    }
  }

  /** All of them in one namespace and on one server, with one login that fits. */
  private void bringWhatSamplesName(OfferedMySql mysql, ServerCertificate certificate) {
    Samples.names().forEach(sample -> Samples.createSecrets(client, namespace, sample));
    for (var secret : List.of("team-db", "team-db-ddl")) {
      changeUser(secret);
    }
    mysql.server().createBoard(USER, "known");
    for (var database : List.of("team", "messageboard")) {
      mysql.server().execute("CREATE DATABASE " + database);
      mysql.server().execute("GRANT ALL ON %s.* TO %s".formatted(database, USER));
    }
    mysql.offer(client, OFFER);
    createSecret("database-ca", Map.of("ca.pem", certificate.pem()));
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("rds-ca")
                .withNamespace(namespace)
                .endMetadata()
                .addToData("bundle.pem", certificate.pem())
                .build())
        .create();
  }

  private void changeUser(String secret) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName(secret)
        .edit(live -> live.edit().addToData("username", encoded(USER)).build());
    changePassword(secret, "known");
  }

  /** Where a board's database is on another server than this one, nobody will look. */
  private void migrate(OfferedMySql mysql, Job job) {
    var board = job.getMetadata().getLabels().get(Labels.INSTANCE);
    var binding =
        client.secrets().inNamespace(namespace).withName(board + "-database").get().getData();
    mysql.server().writeHistory(decoded(binding.get("database")), "1");
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  /** One that is refused is written nothing either; what is asked of a database, it can do. */
  private void awaitTakenUp(String name) {
    var isPaused = stage.board(name).getSpec().paused();
    await()
        .atMost(A_WHILE)
        .untilAsserted(
            () -> {
              assertThat(stage.condition(name, isPaused ? "Paused" : "DatabaseReady"))
                  .as(name)
                  .startsWith("True");
              assertThat(stage.deployment(name + "-api") == null).as(name).isEqualTo(isPaused);
            });
    assertThat(stage.condition(name, "Stalled")).as(name).isEqualTo("absent");
  }

  private Set<String> readsOfWhatIsNamed(List<String> boards) {
    var secrets =
        boards.stream()
            .flatMap(name -> NamedSecrets.of(stage.board(name)).stream())
            .map(secret -> "get secrets " + secret);
    return Stream.concat(secrets, Stream.of("get configmaps rds-ca")).collect(Collectors.toSet());
  }

  private void offer(RealMySql server) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("main")
                .withNamespace(OPERATORS)
                .addToLabels("messageboard.dev/database-server", "main")
                .addToAnnotations("messageboard.dev/allowed-namespaces", namespace)
                .endMetadata()
                .addToStringData(Map.of("host", "127.0.0.1", "port", "" + server.port()))
                .addToStringData(Map.of("username", "admin", "password", "admin"))
                .build())
        .create();
  }

  /** Provisioning would put it back. */
  private void takeARightAway(RealMySql server) {
    var uid = stage.board("made").getMetadata().getUid().replace("-", "");
    server.execute("REVOKE DROP ON made.* FROM mb_%s_ddl".formatted(uid.substring(0, 24)));
  }

  private static String users(RealMySql server, String right) {
    return server.query(
        "SELECT COUNT(*) FROM information_schema.SCHEMA_PRIVILEGES WHERE TABLE_SCHEMA = 'made' AND PRIVILEGE_TYPE = '%s'"
            .formatted(right));
  }

  private void awaitThatNothingIsLeftToWrite(KillableOperator operator, List<String> boards) {
    await()
        .atMost(A_WHILE)
        .untilAsserted(
            () -> {
              var before = audit.writes(namespace).size();
              awaitLooks(operator, boards, 2);
              var now = audit.writes(namespace);
              assertThat(now.subList(before, now.size())).isEmpty();
            });
  }
}
