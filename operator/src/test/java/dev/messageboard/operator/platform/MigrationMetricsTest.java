package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MigrationMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MigrationMetrics metrics = new MigrationMetrics(registry);

  @Test
  void aMigrationThatSucceededIsTimedOnce() {
    metrics.count(told(MigrationState.Running), status(MigrationState.Complete));
    metrics.count(told(MigrationState.Complete), status(MigrationState.Complete));
    var timer = registry.timer("messageboard.migration.duration");
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(42);
  }

  @Test
  void aMigrationThatFailedIsCountedOnce() {
    metrics.count(told(MigrationState.Running), status(MigrationState.Failed));
    metrics.count(told(MigrationState.Failed), status(MigrationState.Failed));
    assertThat(registry.counter("messageboard.migration.failures").count()).isEqualTo(1);
  }

  @Test
  void boardsWithoutAJobAndJobsAtWorkAreNoFigures() {
    metrics.count(Optional.empty(), status(null));
    metrics.count(Optional.empty(), status(MigrationState.Running));
    assertThat(registry.counter("messageboard.migration.failures").count()).isZero();
    assertThat(registry.timer("messageboard.migration.duration").count()).isZero();
  }

  private static Optional<MessageBoardStatus> told(MigrationState state) {
    return Optional.of(status(state));
  }

  private static MessageBoardStatus status(MigrationState state) {
    var migration =
        state == null
            ? null
            : new MigrationStatus(
                state,
                "team-migrate-1",
                "1",
                "2",
                1,
                "2026-11-21T12:00:00Z",
                state == MigrationState.Complete ? "2026-11-21T12:00:42Z" : null,
                null);
    return new MessageBoardStatus(
        1L, null, null, null, 2, null, null, null, migration, null, null, List.of());
  }
}
