package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.NamedSecrets;
import dev.messageboard.operator.mysql.RealMySql;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Every sample, in a cluster that knows every kind: made once, and then left alone. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class UnchangedBoardsApiServerTest extends BringsOperators {

  private static final String CHECKED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {external: {host: 127.0.0.1, port:"
          + " %d, name: restarted, secretRef: {name: team-db}}, check: {interval: 1s, timeout: 1s}}}";
  private static final String PROVISIONED =
      "{version: 0.1.0, migration: {mode: Disabled}, database: {provisioned: {server: main, name:"
          + " made}, check: {interval: 1s, timeout: 1s}}}";
  private static final Duration A_WHILE = Duration.ofMinutes(3);

  @Test
  void aRestartAndLooksByTheClockAtEverySampleWriteNothing() {
    OptionalCrds.installAll(client);
    try (var standIn = new ReadyAtOnce(client, namespace, stage)) {
      assertThat(standIn).isNotNull();
      var made = startWithASecondBetweenLooks();
      var boards = Samples.names().stream().map(this::createUnchecked).toList();
      awaitThatNothingIsLeftToWrite(made, boards);
      assertThat(boards).allSatisfy(this::assertIsTakenUp);
      made.close();

      var before = audit.writes(namespace);
      var again = startWithASecondBetweenLooks();
      awaitLooks(again, boards, 3);
      assertThat(audit.writes(namespace)).isEqualTo(before);
      assertThat(Set.copyOf(audit.gets(namespace))).isEqualTo(readsOfNamedSecrets(boards));
    } finally {
      client.resources(MessageBoard.class).inNamespace(namespace).delete();
      OptionalCrds.removeAll(client);
    }
  }

  @Test
  @DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#orMySqlAreAbsent")
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

  /** One that is refused is written nothing either. */
  private void assertIsTakenUp(String name) {
    var board = stage.board(name);
    assertThat(stage.condition(name, "Stalled")).as(name).isEqualTo("absent");
    assertThat(stage.deployment(name + "-api") == null)
        .as(name)
        .isEqualTo(board.getSpec().paused());
  }

  private Set<String> readsOfNamedSecrets(List<String> boards) {
    return boards.stream()
        .flatMap(name -> NamedSecrets.of(stage.board(name)).stream())
        .map(secret -> "get secrets " + secret)
        .collect(Collectors.toSet());
  }

  private void offer(RealMySql server) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("main")
                .withNamespace("messageboard-system")
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

  /**
   * The standing check begins anew with an operator, and there is no database to be found; the
   * Secrets that a board names are read at its interval all the same.
   */
  private String createUnchecked(String sample) {
    var name = Samples.createBoard(client, namespace, sample);
    patch(
        name,
        "{\"spec\":{\"database\":{\"check\":{\"mode\":\"Disabled\",\"interval\":\"1s\",\"timeout\":\"1s\"}}}}");
    return name;
  }

  private KillableOperator startWithASecondBetweenLooks() {
    return start(
        how -> how.withReconciliationMaxInterval(Duration.ofSeconds(1)), new Interceptor() {});
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

  private void awaitLooks(KillableOperator operator, List<String> boards, int more) {
    Map<String, Integer> wanted =
        boards.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), name -> operator.looksAt(namespace, name) + more));
    await()
        .atMost(A_WHILE)
        .until(
            () ->
                wanted.entrySet().stream()
                    .allMatch(
                        looks -> operator.looksAt(namespace, looks.getKey()) >= looks.getValue()));
  }
}
