package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.ConnectionBudget;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three pods of eight connections and four beside them: 28. */
class ConnectionsInBudgetTest {

  @Test
  void roomEnoughIsNothingToTellOf() {
    assertThat(database(admitting(36))).startsWith("True Connected");
  }

  @Test
  void fromFourFifthsOnItIsAWarningAndTheBoardIsReady() {
    var status = assemble(admitting(35));
    assertThat(condition(status, "DatabaseReady"))
        .startsWith("True ConnectionBudgetExceeded: the board may open 28 connections")
        .contains("the server admits 35");
    assertThat(condition(status, "Ready")).startsWith("True");
    assertThat(status.database().connections().limit()).isEqualTo(35);
    assertThat(status.database().connections().budget()).isEqualTo(28);
  }

  @Test
  void moreThanTheServerAdmitsIsDegraded() {
    var status = assemble(admitting(27));
    assertThat(condition(status, "DatabaseReady")).startsWith("False ConnectionBudgetExceeded");
    assertThat(condition(status, "Ready")).startsWith("False ConnectionBudgetExceeded");
    assertThat(status.phase()).isEqualTo(Phase.Degraded);
  }

  @Test
  void aServerThatIsAwayIsWorseThanOneThatIsSmall() {
    var away = DatabaseCheck.failed(new Problem("Timeout", "tell"));
    var seen =
        new DatabaseSeen(Optional.of("db:3306"), Optional.of(away))
            .with(new ConnectionBudget(3, 8, Optional.of(27)));
    assertThat(database(Seen.serving().database(seen))).startsWith("False Timeout");
  }

  @Test
  void nobodyIsWarnedOfAServerThatNobodyKnows() {
    assertThat(database(Seen.serving().database(seen(Optional.empty()))))
        .startsWith("True Connected");
  }

  private static Seen admitting(int limit) {
    return Seen.serving().database(seen(Optional.of(limit)));
  }

  private static DatabaseSeen seen(Optional<Integer> limit) {
    return new DatabaseSeen(Optional.of("db:3306"), Optional.of(Seen.CONNECTED))
        .with(new ConnectionBudget(3, 8, limit));
  }

  private static String database(Seen seen) {
    return condition(assemble(seen), "DatabaseReady");
  }

  private static MessageBoardStatus assemble(Seen seen) {
    return new StatusAssembler(Clock.systemUTC()).assemble(seen.now(), Optional.empty());
  }

  private static String condition(MessageBoardStatus status, String type) {
    return status.conditions().stream()
        .filter(c -> type.equals(c.getType()))
        .map(c -> c.getStatus() + " " + c.getReason() + ": " + c.getMessage())
        .findFirst()
        .orElse("absent");
  }
}
