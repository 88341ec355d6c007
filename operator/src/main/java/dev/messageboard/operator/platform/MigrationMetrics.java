package dev.messageboard.operator.platform;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Migrations that ended, of all boards: how long the good ones took, and how many failed. */
final class MigrationMetrics {

  private final MeterRegistry registry;

  MigrationMetrics(MeterRegistry registry) {
    this.registry = registry;
    registry.counter("messageboard.migration.failures");
    registry.timer("messageboard.migration.duration");
  }

  /** Counts a Job once, when it is first seen to have ended. */
  void count(Optional<MessageBoardStatus> before, MessageBoardStatus after) {
    var now = after.migration();
    var told = before.map(MessageBoardStatus::migration).filter(old -> isSame(old, now));
    if (now == null || told.isPresent()) {
      return;
    }
    switch (now.state()) {
      case Complete ->
          length(now).ifPresent(registry.timer("messageboard.migration.duration")::record);
      case Failed -> registry.counter("messageboard.migration.failures").increment();
      case Running -> {}
    }
  }

  private static boolean isSame(MigrationStatus old, MigrationStatus now) {
    return now != null && old.job().equals(now.job()) && old.state() == now.state();
  }

  private static Optional<Duration> length(MigrationStatus done) {
    return done.startedAt() == null || done.completedAt() == null
        ? Optional.empty()
        : Optional.of(
            Duration.between(Instant.parse(done.startedAt()), Instant.parse(done.completedAt())));
  }
}
