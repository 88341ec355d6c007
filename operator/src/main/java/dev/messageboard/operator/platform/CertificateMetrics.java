package dev.messageboard.operator.platform;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When the certificates end that the Ingresses of boards show. */
final class CertificateMetrics {

  private static final String EXPIRY = "messageboard.certificate.expiration.timestamp.seconds";

  private final MeterRegistry registry;
  private final Map<ResourceID, Shown> boards = new ConcurrentHashMap<>();

  CertificateMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void show(ResourceID board, Optional<Instant> expiry) {
    boards.compute(board, (id, shown) -> shown(id, Optional.ofNullable(shown), expiry));
  }

  void forget(ResourceID board) {
    show(board, Optional.empty());
  }

  private Shown shown(ResourceID board, Optional<Shown> before, Optional<Instant> expiry) {
    if (before.map(Shown::expiry).equals(expiry)) {
      return before.orElse(null);
    }
    before.ifPresent(old -> registry.remove(old.gauge()));
    return expiry.map(end -> new Shown(end, gauge(board, end))).orElse(null);
  }

  private Gauge gauge(ResourceID board, Instant expiry) {
    return Gauge.builder(EXPIRY, expiry::getEpochSecond)
        .tags("namespace", board.getNamespace().orElse(""), "name", board.getName())
        .register(registry);
  }

  private record Shown(Instant expiry, Gauge gauge) {}
}
