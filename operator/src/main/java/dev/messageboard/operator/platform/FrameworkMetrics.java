package dev.messageboard.operator.platform;

import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The framework's own figures, and word of the boards that go. */
@Singleton
public class FrameworkMetrics {

  @Produces
  @Singleton
  Metrics metrics(MeterRegistry registry, Departures departures) {
    return new AggregatedMetrics(
        List.of(MicrometerMetricsV2.newBuilder(registry).build(), departures));
  }
}
