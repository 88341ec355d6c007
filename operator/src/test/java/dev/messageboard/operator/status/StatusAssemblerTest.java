package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusAssemblerTest {

  private static final String BACK_OFF =
      "{containerStatuses: [{name: api, started: false, state: {waiting: {reason: ImagePullBackOff,"
          + " message: no such image}}}]}";
  private static final String HALF =
      "{observedGeneration: 3, replicas: 3, readyReplicas: 2, updatedReplicas: 1,"
          + " availableReplicas: 2}";
  private static final String MYSQL_NOT_READY =
      "False ConnectionRefused: the MySQL pod is not ready yet: if it stays so, kubectl logs"
          + " team-mysql-0 tells why";

  @Test
  void aBoardThatServesSaysSoInEveryColumn() {
    var status = assembled(Seen.serving());
    assertThat(status.phase()).isEqualTo(Phase.Running);
    assertThat(status.version()).isEqualTo("1.2.3");
    assertThat(status.observedGeneration()).isEqualTo(7);
    assertThat(status.components().api().summary()).isEqualTo("2/2");
    assertThat(status.components().frontend().summary()).isEqualTo("2/2");
    assertThat(status.database().endpoint()).isEqualTo("db:3306");
    assertThat(status.conditions())
        .extracting(Condition::getType)
        .containsExactly(
            "Ready",
            "DatabaseReady",
            "SchemaMigrated",
            "FrontendAvailable",
            "ApiAvailable",
            "SecretsResolved");
    assertThat(status.conditions())
        .allSatisfy(
            condition -> {
              assertThat(condition.getStatus()).isEqualTo("True");
              assertThat(condition.getObservedGeneration()).isEqualTo(7);
              assertThat(condition.getMessage()).isNotBlank();
            });
  }

  @Test
  void readyWaitsUntilTheDeploymentControllerHasSeenTheNewGeneration() {
    var seen =
        Seen.serving().api(Seen.SERVING.replace("observedGeneration: 3", "observedGeneration: 2"));
    assertThat(told(seen, "Ready")).startsWith("False RollingOut: api:");
  }

  @Test
  void readyWaitsUntilTheOldPodsAreGone() {
    var seen = Seen.serving().api(Seen.SERVING.replace("replicas: 2, ready", "replicas: 3, ready"));
    assertThat(told(seen, "Ready"))
        .isEqualTo(
            "False RollingOut: api: 2 of 2 pods are ready, 2 of the newest revision, 1 of an older"
                + " one");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Deploying);
    assertThat(told(seen, "ApiAvailable")).startsWith("True");
  }

  @Test
  void readySaysWhenThePodsHaveNotBeenReadyForLongEnough() {
    var seen =
        Seen.serving().api(Seen.SERVING.replace("availableReplicas: 2", "availableReplicas: 1"));
    assertThat(told(seen, "Ready"))
        .contains("api: 2 of 2 pods are ready, 1 of them long enough, 2 of the newest revision");
  }

  @Test
  void aRolloutThatCannotStartIsDeployingWithTheReasonOfItsNewestPod() {
    var seen = Seen.serving().api(HALF).podOf("new", BACK_OFF);
    assertThat(told(seen, "Ready"))
        .isEqualTo("False ImagePullBackOff: api: pod api-new-x1: ImagePullBackOff: no such image");
    assertThat(assembled(seen).components().api().message()).contains("no such image");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Deploying);
    assertThat(told(seen, "Reconciling")).startsWith("True RollingOut: api: pod api-new-x1");
  }

  @Test
  void whatAnOlderRevisionSuffersFromIsNotReported() {
    var seen = Seen.serving().replicaSetOf("old", 1).podOf("old", BACK_OFF);
    assertThat(told(seen, "Ready")).startsWith("True");
    assertThat(assembled(seen).components().api().message()).isNull();
  }

  @Test
  void podsThatAreRefusedBeforeTheyExistAreReportedFromTheDeployment() {
    var seen =
        Seen.serving()
            .withoutPods()
            .api(
                "{observedGeneration: 3, conditions: [{type: ReplicaFailure, status: 'True',"
                    + " reason: FailedCreate, message: exceeded quota}]}");
    assertThat(told(seen, "Ready"))
        .isEqualTo("False FailedCreate: api: FailedCreate: exceeded quota");
    assertThat(told(seen, "ApiAvailable")).startsWith("False FailedCreate");
  }

  @Test
  void aBoardThatLostAPodIsDegraded() {
    var seen =
        Seen.serving()
            .frontend(Seen.SERVING.replace("availableReplicas: 2", "availableReplicas: 1"));
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Degraded);
    assertThat(told(seen, "FrontendAvailable")).startsWith("True PodsAvailable: 1 of 2");
  }

  @Test
  void aRolloutOverItsDeadlineIsStalledAndNoLongerReconciling() {
    var seen =
        Seen.serving()
            .api(
                HALF.replace(
                    "}",
                    ", conditions: [{type: Progressing, status: 'False', reason:"
                        + " ProgressDeadlineExceeded, message: late}]}"));
    assertThat(told(seen, "Stalled")).startsWith("True ProgressDeadlineExceeded");
    assertThat(told(seen, "Reconciling")).isEqualTo("absent");
    assertThat(assembled(seen).phase()).as("the old pods still serve").isEqualTo(Phase.Degraded);
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsWhatTheBoardWaitsFor() {
    var seen =
        Seen.serving().failedCheck("ConnectionRefused").withoutPods().api("{}").frontend("{}");
    assertThat(told(seen, "DatabaseReady")).startsWith("False ConnectionRefused");
    assertThat(told(seen, "SchemaMigrated")).startsWith("Unknown");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.WaitingForDatabase);
    assertThat(assembled(seen).version()).isNull();
  }

  @Test
  void withItsDatabaseButWithoutAStartedPodItIsMigrating() {
    var seen = Seen.serving().withoutPods().api("{}");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Migrating);
  }

  @Test
  void anApiDeploymentThatSomebodyDeletedIsDeployedAgainAndNotMigrated() {
    var before = assembled(Seen.serving());
    var gone = after(before, Seen.serving().withoutPods().api(null));
    var back = after(gone, Seen.serving().withoutPods().api("{}"));
    assertThat(List.of(gone.phase(), back.phase())).containsOnly(Phase.Deploying);
  }

  @Test
  void anExternalDatabaseIsKnownToAnswerOnceAnApiPodHasStarted() {
    var seen = Seen.serving().board(Boards.unchecked("external")).mysql(null);
    assertThat(told(seen, "DatabaseReady"))
        .startsWith("True CheckDisabled: the API pods reached db:3306");
    assertThat(told(seen.withoutPods(), "DatabaseReady")).startsWith("Unknown Connecting");
  }

  @Test
  void anUncheckedEmbeddedDatabaseIsAsReadyAsItsPod() {
    var seen = Seen.serving().board(Boards.unchecked("embedded")).check(null);
    assertThat(told(seen, "DatabaseReady")).startsWith("True CheckDisabled: the MySQL pod");
    assertThat(told(seen.mysql(0), "DatabaseReady")).startsWith("False ConnectionRefused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DnsFailure", "ConnectionRefused", "Timeout"})
  void anEmbeddedDatabaseThatDoesNotAnswerIsLookedForInItsPod(String reason) {
    assertThat(told(Seen.serving().mysql(0).failedCheck(reason), "DatabaseReady"))
        .isEqualTo(MYSQL_NOT_READY);
    assertThat(told(Seen.serving().failedCheck(reason), "DatabaseReady"))
        .isEqualTo("False %s: tell", reason);
  }

  /** The last login was before the pod went. */
  @Test
  void aCheckedEmbeddedDatabaseIsNotReadyWithoutItsPodEither() {
    for (var seen : List.of(Seen.serving().mysql(0), Seen.serving().mysql(null))) {
      assertThat(told(seen, "DatabaseReady")).isEqualTo(MYSQL_NOT_READY);
      assertThat(told(seen, "Ready")).startsWith("False ConnectionRefused");
      assertThat(assembled(seen).phase()).isEqualTo(Phase.Degraded);
    }
    assertThat(told(Seen.serving().board(Boards.external()).mysql(null), "DatabaseReady"))
        .startsWith("True");
  }

  @Test
  void aVolumeThatSomebodyDeletedIsToldWhileTheDatabaseStillAnswers() {
    assertThat(told(Seen.serving().volume(""), "DatabaseReady")).startsWith("True Connected: in");
    var seen = Seen.serving().volume(", deletionTimestamp: '2026-11-22T04:00:00Z'");
    assertThat(told(seen, "DatabaseReady"))
        .isEqualTo(
            "True VolumeTerminating: the volume of the embedded database is being deleted"
                + " (PersistentVolumeClaim data-team-mysql-0): what is in it will be lost when its"
                + " pod ends; dump it before");
    assertThat(told(seen, "Ready")).startsWith("True");
    assertThat(told(seen.mysql(0), "DatabaseReady")).startsWith("False ConnectionRefused");
  }

  @Test
  void theFirstLoginIsWaitedFor() {
    assertThat(told(Seen.serving().check(null), "DatabaseReady")).startsWith("Unknown Connecting");
  }

  @Test
  void anOutageShowsWithItsReasonWhileThePodsServe() {
    var seen = Seen.serving().board(Boards.external()).failedCheck("Timeout");
    assertThat(told(seen, "DatabaseReady")).isEqualTo("False Timeout: tell");
    assertThat(told(seen, "Ready")).isEqualTo("False Timeout: tell");
    assertThat(told(seen, "ApiAvailable")).startsWith("True");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Degraded);
  }

  @Test
  void aDatabaseThatIsBeingMadeIsAPhaseOfItsOwnUntilPodsServe() {
    var seen = Seen.serving().board(Boards.provisioned()).failedCheck("Provisioning");
    assertThat(told(seen, "DatabaseReady")).isEqualTo("False Provisioning: tell");
    assertThat(told(seen, "SecretsResolved"))
        .isEqualTo("True Resolved: database server main is offered to the board's namespace");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Degraded);
    assertThat(assembled(seen.withoutPods().api(null)).phase()).isEqualTo(Phase.Provisioning);
  }

  @Test
  void theServerAndItsSchemaAreInTheStatus() {
    var database = assembled(Seen.serving()).database();
    assertThat(database.serverVersion()).isEqualTo("9.7.4");
    assertThat(database.schemaVersion()).isEqualTo("1");
  }

  @Test
  void podsThatStartedOnAnotherDatabaseTellNothingOfTheNewOne() {
    var seen =
        Seen.serving()
            .board(Boards.unchecked("external"))
            .mysql(null)
            .withoutPods()
            .podOf("old", "before", Seen.STARTED)
            .api(HALF);
    assertThat(told(seen, "DatabaseReady"))
        .isEqualTo(
            "Unknown Connecting: no API pod has reached db:3306 yet; the pods that serve use the"
                + " settings before");
    assertThat(told(seen, "SchemaMigrated")).startsWith("Unknown Waiting");
    assertThat(told(seen, "ApiAvailable")).startsWith("True PodsAvailable");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Deploying);

    seen.podOf("new", "now", Seen.STARTED);
    assertThat(told(seen, "DatabaseReady")).startsWith("True CheckDisabled");
    assertThat(told(seen, "SchemaMigrated")).startsWith("True SchemaFits");
  }

  @Test
  void aMereRestartDoesNotMakeTheDatabaseUnknown() {
    var seen =
        Seen.serving()
            .board(Boards.unchecked("external"))
            .mysql(null)
            .withoutPods()
            .podOf("old", "now", Seen.STARTED)
            .api(HALF.replace("observedGeneration: 3", "observedGeneration: 2"));
    assertThat(told(seen, "DatabaseReady"))
        .isEqualTo("True CheckDisabled: the API pods reached db:3306 when they started");
    assertThat(told(seen, "Ready")).startsWith("False RollingOut: api:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api      | embedded | {observedGeneration: 3}                                        | Degraded  | False ScaledToZero: api.replicas is 0      | absent
          api      | external | {observedGeneration: 3}                                        | Degraded  | False ScaledToZero: api.replicas is 0      | absent
          frontend | external | {observedGeneration: 3}                                        | Degraded  | False ScaledToZero: frontend.replicas is 0 | absent
          frontend | embedded | {observedGeneration: 2}                                        | Deploying | False Starting: frontend: the newest spec has not been taken up yet | True Starting: frontend: the newest spec has not been taken up yet
          """)
  void aTierThatIsAskedForNoneSettles(
      String tier, String database, String counts, Phase phase, String ready, String reconciling) {
    var external = "external".equals(database);
    var seen = Seen.serving().none(tier, counts);
    if (external) {
      seen.board(Boards.unchecked("external")).mysql(null);
    }
    if ("api".equals(tier)) {
      seen.withoutPods();
    }
    assertThat(told(seen, "Ready")).isEqualTo(ready);
    assertThat(told(seen, "Reconciling")).isEqualTo(reconciling);
    assertThat(assembled(seen).phase()).isEqualTo(phase);
  }

  @Test
  void aMissingSecretShowsInBothConditionsWhileTheOldPodsServe() {
    var seen = Seen.serving().board(Boards.external()).secretProblem("SecretMissing");
    assertThat(told(seen, "SecretsResolved")).isEqualTo("False SecretMissing: tell");
    assertThat(told(seen, "DatabaseReady")).isEqualTo("False SecretMissing: tell");
    assertThat(told(seen, "Ready")).isEqualTo("False SecretMissing: tell");
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Degraded);
  }

  @Test
  void anInvalidSpecAndANameConflictWaitForAPerson() {
    assertThat(told(Seen.serving().invalid("spec.x is y"), "Stalled"))
        .isEqualTo("True InvalidSpec: spec.x is y");
    assertThat(told(Seen.serving().applyProblem("NameConflict"), "Stalled"))
        .isEqualTo("True NameConflict: tell");
    assertThat(told(Seen.serving().applyProblem("ApplyFailed"), "Stalled")).isEqualTo("absent");
    assertThat(told(Seen.serving().applyProblem("ApplyFailed"), "Ready"))
        .isEqualTo("False ApplyFailed: tell");
  }

  @Test
  void aBoardOfWhichNothingExistsYetIsPending() {
    var seen = Seen.serving().check(null).withoutPods().api(null).frontend(null).mysql(null);
    assertThat(assembled(seen).phase()).isEqualTo(Phase.Pending);
    assertThat(told(seen, "ApiAvailable")).startsWith("False NotCreated");
  }

  @Test
  void theTimeOfAConditionMovesOnlyWithItsStatus() {
    var first = assembledAt("2026-11-21T10:00:00.123Z", Seen.serving(), Optional.empty());
    assertThat(time(first, "Ready")).isEqualTo("2026-11-21T10:00:00Z");

    var same = assembledAt("2026-11-21T11:00:00Z", Seen.serving(), Optional.of(first));
    assertThat(same).isEqualTo(first);

    var worse = assembledAt("2026-11-21T12:00:00Z", Seen.serving().api(HALF), Optional.of(same));
    assertThat(time(worse, "Ready")).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(time(worse, "ApiAvailable")).isEqualTo("2026-11-21T10:00:00Z");
  }

  private static String told(Seen seen, String type) {
    return assembled(seen).conditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(c -> c.getStatus() + " " + c.getReason() + ": " + c.getMessage())
        .findFirst()
        .orElse("absent");
  }

  private static String time(MessageBoardStatus status, String type) {
    return status.conditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(Condition::getLastTransitionTime)
        .findFirst()
        .orElseThrow();
  }

  private static MessageBoardStatus assembled(Seen seen) {
    return assembledAt("2026-11-21T10:00:00Z", seen, Optional.empty());
  }

  private static MessageBoardStatus after(MessageBoardStatus before, Seen seen) {
    return assembledAt("2026-11-21T10:00:00Z", seen, Optional.of(before));
  }

  private static MessageBoardStatus assembledAt(
      String now, Seen seen, Optional<MessageBoardStatus> previous) {
    var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return new StatusAssembler(clock).assemble(seen.now(), previous);
  }
}
