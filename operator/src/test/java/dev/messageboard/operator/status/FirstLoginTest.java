package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator tells of a database between its start and its first login. */
class FirstLoginTest {

  private static final StatusAssembler ASSEMBLER =
      new StatusAssembler(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

  @Test
  void aRestartChangesNothingInTheStatusOfABoardThatServes() {
    var before = first(Seen.serving());

    assertThat(next(Seen.serving().check(null), before)).isEqualTo(before);
  }

  @Test
  void norInTheStatusOfABoardWhoseDatabaseIsAway() {
    var before = first(Seen.serving().failedCheck("Timeout"));

    assertThat(next(Seen.serving().check(null), before)).isEqualTo(before);
  }

  @Test
  void theFirstLoginThatFailsIsNews() {
    var before = first(Seen.serving());

    var after = next(Seen.serving().failedCheck("AccessDenied"), before);

    assertThat(condition(after, "DatabaseReady")).isEqualTo("False AccessDenied");
    assertThat(after.database().serverVersion()).isNull();
  }

  @Test
  void aSecretThatHasGoneIsNewsWithoutALogin() {
    var before = first(Seen.serving());

    var after = next(Seen.serving().check(null).secretProblem("SecretMissing"), before);

    assertThat(condition(after, "DatabaseReady")).isEqualTo("False SecretMissing");
  }

  @Test
  void ofAnotherPlaceNothingIsKnownYet() {
    var before = first(Seen.serving());
    var moved = new DatabaseSeen(Optional.of("elsewhere:3306"), Optional.empty());

    var after = next(Seen.serving().database(moved), before);

    assertThat(condition(after, "DatabaseReady")).isEqualTo("Unknown Connecting");
  }

  private static MessageBoardStatus first(Seen seen) {
    return ASSEMBLER.assemble(seen.now(), Optional.empty());
  }

  private static MessageBoardStatus next(Seen seen, MessageBoardStatus before) {
    return ASSEMBLER.assemble(seen.now(), Optional.of(before));
  }

  private static String condition(MessageBoardStatus status, String type) {
    return status.conditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(condition -> condition.getStatus() + " " + condition.getReason())
        .findFirst()
        .orElse("absent");
  }
}
