package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pass that failed in a way that nobody foresaw. */
class FailedPassTest {

  private static final Exception FAILURE = new IllegalStateException("the password is word");

  private final StatusAssembler assembler = new StatusAssembler(Clock.systemUTC());

  @Test
  void takesReadyAwayAndLeavesEverythingElseAsItWasTold() {
    var before = assembler.assemble(Seen.serving().now(), Optional.empty());
    var status = assembler.assemble(Boards.embedded(), FAILURE, Optional.of(before));
    assertThat(status.phase()).isEqualTo(Phase.Degraded);
    assertThat(status.components()).isEqualTo(before.components());
    assertThat(status.conditions().subList(1, 6)).isEqualTo(before.conditions().subList(1, 6));
    assertThat(ready(status))
        .isEqualTo(
            "False ReconcileFailed: the operator failed at this board and tries again: IllegalStateException; its log tells more");
    assertThat(status.toString()).doesNotContain("word");
  }

  @Test
  void ofABoardThatIsUnknownStillTellsThatItIsNotReady() {
    var status = assembler.assemble(Boards.embedded(), FAILURE, Optional.empty());
    assertThat(status.phase()).isEqualTo(Phase.Pending);
    assertThat(status.observedGeneration()).isNull();
    assertThat(ready(status)).startsWith("False ReconcileFailed");
  }

  private static String ready(MessageBoardStatus status) {
    var ready = status.conditions().get(0);
    return ready.getStatus() + " " + ready.getReason() + ": " + ready.getMessage();
  }
}
