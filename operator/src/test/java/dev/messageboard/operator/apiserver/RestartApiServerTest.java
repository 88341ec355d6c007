package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.mysql.ServerCertificate;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Operators that are killed, restarted and cut off, with boards in the midst. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class RestartApiServerTest extends BringsOperators {

  private static final String VERIFYING =
      EXTERNAL.replace(
          "check:", "tls: {mode: VerifyCA, caRef: {configMap: rds-ca, key: ca.pem}}, check:");

  private static final int WRITES = 18;
  private static final int CHILDREN = 17;

  @Test
  void anOperatorThatIsKilledAtAnyOfItsWritesLeavesNothingThatTheNextOneDoesNotFinish()
      throws InterruptedException {
    for (int k = 1; k <= WRITES; k++) {
      createForAttempt(k);
      var fate = new KilledAfter(k);
      var attempt = "attempt=" + k;
      start(how -> how.withLabelSelector(attempt), fate);
      assertThat(fate.death().await(20, TimeUnit.SECONDS)).as("write %d", k).isTrue();
    }
    start();
    for (int k = 1; k <= WRITES; k++) {
      awaitChildren("b" + k);
      stage.playAllReady("b" + k);
      awaitCondition("b" + k, "Ready", "True");
    }
    assertThat(children()).hasSize(WRITES * CHILDREN);
  }

  private void createForAttempt(int k) {
    var board = Cluster.board(namespace, "b" + k, EMBEDDED);
    board.getMetadata().setLabels(Map.of("attempt", Integer.toString(k)));
    client.resource(board).create();
  }

  @Test
  void aRestartAndLooksByTheClockAtUnchangedBoardsWriteNothing() {
    var made = start();
    var boards = List.of("a", "b", "c", "d", "e");
    boards.forEach(name -> create(name, EMBEDDED));
    for (var name : boards) {
      awaitChildren(name);
      stage.playAllReady(name);
      awaitCondition(name, "Ready", "True");
    }
    made.close();

    var before = audit.writes(namespace);
    var again =
        start(
            how -> how.withReconciliationMaxInterval(Duration.ofSeconds(1)), new Interceptor() {});
    await()
        .atMost(SOON)
        .until(() -> boards.stream().allMatch(name -> again.looksAt(namespace, name) >= 3));
    assertThat(audit.writes(namespace)).isEqualTo(before);
    assertThat(audit.gets(namespace)).isEmpty();
  }

  @Test
  void anApiServerThatIsRestartedFindsTheOperatorAtWork() {
    var operator = start();
    create("before", EMBEDDED);
    awaitChildren("before");
    LoneApiServer.running().restart();
    assertThat(operator.isAlive()).isTrue();
    create("after", EMBEDDED);
    awaitChildren("after");
    assertThat(operator.isAlive()).isTrue();
  }

  @Test
  void aWatchThatHasGivenUpIsCuredByARestartOnly() {
    var operator = start();
    assertThat(operator.isAlive()).isTrue();
    operator.endAWatch();
    assertThat(operator.isAlive()).isFalse();
  }

  @Test
  void aRightThatIsTakenAwayStopsNothingElseAndComesBackByItself() {
    start();
    without(
        "services",
        () -> {
          create("team", EMBEDDED);
          awaitCondition("team", "Ready", "False ApplyFailed");
          assertThat(stage.condition("team", "Ready")).contains("services");
          assertThat(stage.config("team-config")).isNotEmpty();
        });
    awaitChildren("team");
    await().atMost(SOON).until(() -> service("team-api") != null);
  }

  @Test
  void withoutTheRightToABoardsFinalizersNoChildMayBlockItsDeletion() {
    start();
    without(
        "messageboards/finalizers",
        () -> {
          create("team", EMBEDDED);
          awaitCondition("team", "Ready", "False ApplyFailed");
          assertThat(stage.condition("team", "Ready")).contains("blockOwnerDeletion");
          assertThat(children()).isEmpty();
        });
    awaitChildren("team");
  }

  @Test
  void withoutARightToWatchFromTheStartItDoesWhatItMay() {
    without(
        "pods",
        () -> {
          var operator = start();
          create("team", EMBEDDED);
          awaitChildren("team");
          assertThat(operator.hearsAll()).isFalse();
          assertThat(operator.isAlive()).isTrue();
        });
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
  }

  @Test
  void withoutTheRightToReadSecretsABoardIsStillHealed() {
    start();
    readyExternalBoard("team");
    withRules(
        rules -> withoutGetOf("secrets", rules),
        () -> {
          awaitCondition(
              "team",
              "SecretsResolved",
              "False SecretNotReadable: the operator may not read Secret team-db");
          awaitEvent(
              "team", "Warning SecretNotReadable x1: the operator may not read Secret team-db");
          var config = client.configMaps().inNamespace(namespace).withName("team-config");
          config.delete();
          await().atMost(SOON).until(() -> config.get() != null);
        });
    awaitCondition("team", "SecretsResolved", "True");
    awaitCondition("team", "Ready", "True");
  }

  @Test
  void withoutTheRightToReadConfigMapsADatabasesAuthorityIsToldAsUnreadable() {
    start();
    createSecret(Map.of("username", "u", "password", "p"));
    publish("rds-ca", Map.of("ca.pem", ServerCertificate.of("dns:db").pem()));
    withRules(
        rules -> withoutGetOf("configmaps", rules),
        () -> {
          create("team", VERIFYING);
          var told = "CaNotReadable: the operator may not read ConfigMap rds-ca";
          awaitCondition("team", "DatabaseReady", "False " + told);
          awaitCondition("team", "SecretsResolved", "False " + told);
          awaitEvent("team", "Warning CaNotReadable x1: the operator may not read ConfigMap");
        });
    awaitCondition("team", "SecretsResolved", "True");
  }

  private static List<PolicyRule> withoutGetOf(String resource, List<PolicyRule> rules) {
    return rules.stream()
        .flatMap(
            rule ->
                rule.getResources().contains(resource)
                    ? Stream.of(
                        rule.edit().removeFromResources(resource).build(),
                        rule.edit().withResources(resource).removeFromVerbs("get").build())
                    : Stream.of(rule))
        .filter(rule -> !rule.getResources().isEmpty())
        .toList();
  }

  /** Nobody may touch, or look at, these while this is done. */
  private void without(String resource, Runnable meanwhile) {
    withRules(rules -> without(resource, rules), meanwhile);
  }

  private void withRules(UnaryOperator<List<PolicyRule>> change, Runnable meanwhile) {
    var role = client.rbac().clusterRoles().withName("messageboard-operator");
    var whole = role.get().getRules();
    try {
      role.edit(live -> live.edit().withRules(change.apply(whole)).build());
      meanwhile.run();
    } finally {
      role.edit(live -> live.edit().withRules(whole).build());
    }
  }

  private static List<PolicyRule> without(String resource, List<PolicyRule> rules) {
    return rules.stream()
        .map(rule -> rule.edit().removeFromResources(resource).build())
        .filter(rule -> !rule.getResources().isEmpty())
        .toList();
  }
}
