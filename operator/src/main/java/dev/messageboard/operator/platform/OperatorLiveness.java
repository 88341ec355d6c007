package dev.messageboard.operator.platform;

import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A watch that has given up is cured by nothing but a restart. One that may not look, or finds no
 * API server, tries again by itself: a restart would help nobody.
 */
@Liveness
@Singleton
public class OperatorLiveness implements HealthCheck {

  /** How long it may take to come back. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Operator operator;
  private final Clock clock;
  private final AtomicReference<Instant> deafSince = new AtomicReference<>();

  public OperatorLiveness(Operator operator, Clock clock) {
    this.operator = operator;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("watches").status(isAlive(hears())).build();
  }

  boolean isAlive(boolean hears) {
    if (hears) {
      deafSince.set(null);
      return true;
    }
    var now = clock.instant();
    var since = deafSince.updateAndGet(before -> before == null ? now : before);
    return since.plus(PATIENCE).isAfter(now);
  }

  @SuppressWarnings("rawtypes") // as the framework has them
  private boolean hears() {
    var info = operator.getRuntimeInfo();
    return !info.isStarted()
        || info.unhealthyInformerWrappingEventSourceHealthIndicator().values().stream()
            .flatMap(sources -> sources.values().stream())
            .allMatch(OperatorLiveness::isTrying);
  }

  static boolean isTrying(InformerWrappingEventSourceHealthIndicator<?> source) {
    return source.informerHealthIndicators().values().stream()
        .allMatch(InformerHealthIndicator::isRunning);
  }
}
