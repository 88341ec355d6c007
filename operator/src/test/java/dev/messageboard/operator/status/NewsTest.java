package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.ConnectionBudget;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One Event per change, from the difference of two statuses. */
class NewsTest {

  private static final String CONNECTED =
      "Normal DatabaseConnected: in; one MySQL pod is for development, not for production";

  private static final String REPLACING =
      "{observedGeneration: 3, replicas: 3, readyReplicas: 2, updatedReplicas: 1,"
          + " availableReplicas: 2}";
  private static final String MORE =
      "{observedGeneration: 3, replicas: 1, readyReplicas: 1, updatedReplicas: 1,"
          + " availableReplicas: 1, conditions: [{type: Progressing, status: 'True', reason:"
          + " NewReplicaSetAvailable}]}";
  private static final String LATE =
      REPLACING.replace(
          "}",
          ", conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded,"
              + " message: late}]}");

  @Test
  void aBoardThatIsAsBeforeIsNoNews() {
    assertThat(news(Seen.serving(), Seen.serving())).isEmpty();
  }

  @Test
  void aNewBoardIsCreated() {
    assertThat(told(Optional.empty(), Seen.serving()))
        .containsExactly("Normal Created: the board's parts are being made", CONNECTED);
  }

  @Test
  void aDatabaseThatWasMadeIsToldWithItsEndpoint() {
    var seen = new DatabaseSeen(Optional.of("db:3306"), Optional.of(Seen.CONNECTED));
    assertThat(news(Seen.serving(), Seen.serving().database(seen.made(true))))
        .containsExactly(
            "Normal DatabaseProvisioned: the board's database and its users were made at db:3306");
  }

  @Test
  void aVolumeThatIsBeingDeletedIsAWarning() {
    var going = Seen.serving().volume(", deletionTimestamp: '2026-11-22T04:00:00Z'");
    assertThat(news(Seen.serving(), going))
        .singleElement(as(STRING))
        .startsWith("Warning VolumeTerminating: the volume of the embedded database")
        .contains("data-team-mysql-0");
    assertThat(news(going, going)).isEmpty();
  }

  @Test
  void aDatabaseThatIsMadeAgainIsNoOutage() {
    assertThat(news(Seen.serving(), Seen.serving().failedCheck("Provisioning"))).isEmpty();
  }

  @Test
  void aNewGenerationIsAnUpdate() {
    var later = Boards.embedded();
    later.getMetadata().setGeneration(8L);
    assertThat(news(Seen.serving(), Seen.serving().board(later)))
        .containsExactly("Normal Updated: generation 8 is taken up");
  }

  @Test
  void aGenerationThatIsRefusedIsNoUpdate() {
    var later = Boards.embedded();
    later.getMetadata().setGeneration(8L);
    assertThat(news(Seen.serving(), Seen.serving().board(later).invalid("spec.x is wrong")))
        .containsExactly("Warning ValidationFailed: spec.x is wrong");
  }

  @Test
  void aRolloutBeginsAndEnds() {
    assertThat(news(Seen.serving(), Seen.serving().api(REPLACING)))
        .containsExactly("Normal RolloutStarted: pods of a new revision are being started");
    assertThat(news(Seen.serving().api(REPLACING), Seen.serving().api(REPLACING))).isEmpty();
    assertThat(news(Seen.serving().api(REPLACING), Seen.serving()))
        .containsExactly(
            "Normal RolloutCompleted: frontend 2/2, api 2/2 pods of the newest revision are ready");
  }

  @Test
  void aLostPodAndMorePodsAreNoRollout() {
    assertThat(news(Seen.serving(), Seen.serving().api(MORE))).isEmpty();
    assertThat(news(Seen.serving().api(MORE), Seen.serving())).isEmpty();
  }

  @Test
  void aRolloutOverItsDeadlineIsAWarningOnceAndEndsWhenItIsMended() {
    assertThat(news(Seen.serving().api(REPLACING), Seen.serving().api(LATE)))
        .containsExactly("Warning RolloutStalled: ProgressDeadlineExceeded: late");
    assertThat(news(Seen.serving().api(LATE), Seen.serving().api(LATE))).isEmpty();
    assertThat(news(Seen.serving().api(LATE), Seen.serving()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Normal RolloutCompleted");
  }

  @Test
  void aConflictOfNamesIsAWarning() {
    assertThat(news(Seen.serving(), Seen.serving().applyProblem("NameConflict")))
        .containsExactly("Warning NameConflict: tell");
  }

  @Test
  void aMissingSecretIsAWarningAndNoLossOfTheDatabase() {
    assertThat(news(Seen.serving(), Seen.serving().secretProblem("SecretKeyMissing")))
        .containsExactly("Warning SecretMissing: tell");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SecretNotReadable", "CaNotReadable"})
  void whatTheOperatorMayNotReadIsNotToldAsMissing(String reason) {
    assertThat(news(Seen.serving(), Seen.serving().secretProblem(reason)))
        .containsExactly("Warning %s: tell".formatted(reason));
  }

  @Test
  void aDatabaseThatIsLostIsAWarningAndOneThatIsNotYetThereIsNot() {
    var lost = Seen.serving().failedCheck("Timeout");
    assertThat(news(Seen.serving(), lost)).containsExactly("Warning DatabaseUnreachable: tell");
    assertThat(news(lost, Seen.serving())).containsExactly(CONNECTED);
    assertThat(told(Optional.empty(), lost))
        .containsExactly("Normal Created: the board's parts are being made");
  }

  @Test
  void aMissingSecretOfTheModeratorsHidesNoLossOfTheDatabase() {
    var noAdmin = SecretsSeen.NONE.withAdmin(Optional.of(new Problem("SecretMissing", "no admin")));
    var both = Seen.serving().failedCheck("Timeout").findings(f -> f.withNamed(noAdmin));
    assertThat(news(Seen.serving(), both))
        .containsExactly("Warning SecretMissing: no admin", "Warning DatabaseUnreachable: tell");
  }

  @Test
  void credentialsThatAreRefusedAreAWarningOfTheirOwn() {
    assertThat(news(Seen.serving(), Seen.serving().failedCheck("AccessDenied")))
        .containsExactly("Warning CredentialsRejected: tell");
  }

  @Test
  void aBudgetThatGetsTightIsAWarningAndSoIsOneThatIsExceeded() {
    var tight = Seen.serving().database(admitting(35));
    var small = Seen.serving().database(admitting(27));
    assertThat(news(Seen.serving(), tight))
        .singleElement(as(STRING))
        .startsWith("Warning ConnectionBudgetExceeded: the board may open 28 connections");
    assertThat(news(tight, small))
        .singleElement(as(STRING))
        .startsWith("Warning ConnectionBudgetExceeded");
    assertThat(news(small, Seen.serving())).containsExactly(CONNECTED);
  }

  private static DatabaseSeen admitting(int limit) {
    return new DatabaseSeen(Optional.of("db:3306"), Optional.of(Seen.CONNECTED))
        .with(new ConnectionBudget(3, 8, Optional.of(limit)));
  }

  @Test
  void pausingAndResumingAreTold() {
    var paused =
        Seen.serving().board(Boards.of("{version: 1.2.3, paused: true, database: {embedded: {}}}"));
    assertThat(news(Seen.serving(), paused))
        .containsExactly("Normal Paused: nothing is written until spec.paused is false");
    assertThat(news(paused, Seen.serving()))
        .containsExactly("Normal Resumed: spec.paused is false: the board is kept again");
  }

  @Test
  void whatOthersChangedIsToldWithFieldAndManager() {
    var healed = new Drift("Service", "team-api", "spec.type", 2, "kubectl-edit", true);
    var left = new Drift("Service", "team-api", null, 0, null, false);
    assertThat(news(Seen.serving(), Seen.serving().findings(f -> f.withDrifts(List.of(healed)))))
        .containsExactly(
            "Normal DriftCorrected: Service team-api: spec.type (and 2 more) was changed by"
                + " kubectl-edit; it is put back");
    assertThat(news(Seen.serving(), Seen.serving().findings(f -> f.withDrifts(List.of(left)))))
        .containsExactly(
            "Warning DriftDetected: Service team-api: was removed; driftPolicy Report leaves it"
                + " so");
  }

  @Test
  void newContentsOfTheConfigMapAreTold() {
    var changed =
        List.of(
            new Change("Deployment team-api", false), new Change("ConfigMap team-config", true));
    assertThat(news(Seen.serving(), Seen.serving().findings(f -> f.withChanged(changed))))
        .containsExactly("Normal ConfigChanged: ConfigMap team-config has new contents");
  }

  @Test
  void otherLabelsOfWhatPodsReadAreNoNews() {
    var changed =
        List.of(
            new Change("ConfigMap team-config", false), new Change("Secret team-database", false));
    assertThat(news(Seen.serving(), Seen.serving().findings(f -> f.withChanged(changed))))
        .isEmpty();
  }

  private static List<String> news(Seen before, Seen after) {
    return told(Optional.of(assembled(before, Optional.empty())), after);
  }

  private static List<String> told(Optional<MessageBoardStatus> before, Seen after) {
    var now = after.now();
    return News.between(before, assembled(after, before), now).stream()
        .map(
            notice ->
                "%s %s: %s"
                    .formatted(
                        notice.isWarning() ? "Warning" : "Normal",
                        notice.reason(),
                        notice.message()))
        .toList();
  }

  private static MessageBoardStatus assembled(Seen seen, Optional<MessageBoardStatus> before) {
    var clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    return new StatusAssembler(clock).assemble(seen.now(), before);
  }
}
