package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.database.MovableClock;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorLivenessTest {

  private final MovableClock clock = new MovableClock();
  private final OperatorLiveness liveness = new OperatorLiveness(null, clock);

  @Test
  void aWatchThatComesBackInTimeIsNoReasonToRestart() {
    assertThat(liveness.isAlive(false)).isTrue();
    clock.advance(OperatorLiveness.PATIENCE.minusSeconds(1));
    assertThat(liveness.isAlive(false)).isTrue();
    assertThat(liveness.isAlive(true)).isTrue();
    clock.advance(OperatorLiveness.PATIENCE);
    assertThat(liveness.isAlive(false)).as("the patience starts anew").isTrue();
  }

  @Test
  void aWatchThatStaysDeadIs() {
    liveness.isAlive(false);
    clock.advance(OperatorLiveness.PATIENCE);
    assertThat(liveness.isAlive(false)).isFalse();
  }

  @Test
  void aWatchWithoutRightsTriesAgainByItselfAndOneThatHasStoppedDoesNot() {
    assertThat(OperatorLiveness.isTrying(() -> Map.of("boards", new Watch(true)))).isTrue();
    assertThat(OperatorLiveness.isTrying(() -> Map.of("boards", new Watch(false)))).isFalse();
  }

  /** One that was never told what there is. */
  private record Watch(boolean isRunning) implements InformerHealthIndicator {

    @Override
    public boolean hasSynced() {
      return false;
    }

    @Override
    public boolean isWatching() {
      return false;
    }

    @Override
    public String getTargetNamespace() {
      return "boards";
    }

    @Override
    public Status getStatus() {
      return Status.UNHEALTHY;
    }
  }
}
