package dev.messageboard.operator.platform;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.status.Drift;
import dev.messageboard.operator.status.PodEvent;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The boards in figures; those of a board go with it. */
@Singleton
public class BoardMetrics {

  private static final Logger LOG = Logger.getLogger(BoardMetrics.class);

  private final MeterRegistry registry;
  private final Map<ResourceID, Shown> boards = new ConcurrentHashMap<>();

  public BoardMetrics(MeterRegistry registry, Departures departures) {
    this.registry = registry;
    departures.listen(this::forget);
  }

  /** What is true of a board now. */
  public void show(MessageBoard board, MessageBoardStatus status) {
    boards.compute(
        ResourceID.fromResource(board),
        (id, shown) -> {
          var figures = Figures.of(board, status);
          if (shown != null && shown.figures().equals(figures)) {
            return shown;
          }
          remove(shown);
          return new Shown(figures, gauges(figures));
        });
  }

  /** Differences that others made, healed or only told. */
  public void count(List<Drift> drifts) {
    for (var drift : drifts) {
      var name = drift.isHealed() ? "corrections" : "reports";
      registry.counter("messageboard.drift." + name, "kind", drift.kind()).increment();
    }
  }

  /** A line for people and programs, and a figure. */
  public void count(PodEvent pod) {
    LOG.infof(
        "pod event=%s reason=%s namespace=%s board=%s component=%s pod=%s",
        pod.event(), pod.reason(), pod.namespace(), pod.board(), pod.component(), pod.pod());
    registry
        .counter("messageboard.pod.events", "component", pod.component(), "event", pod.event())
        .increment();
  }

  private void forget(ResourceID board) {
    remove(boards.remove(board));
  }

  private void remove(Shown shown) {
    if (shown != null) {
      shown.meters().forEach(registry::remove);
    }
  }

  private List<Meter> gauges(Figures figures) {
    var board = Tags.of("namespace", figures.namespace(), "name", figures.name());
    return List.of(
        gauge("messageboard.info", board.and(figures.info()), 1),
        gauge("messageboard.ready", board, figures.ready()),
        gauge("messageboard.database.up", board, figures.database()));
  }

  private Gauge gauge(String name, Tags tags, int value) {
    return Gauge.builder(name, () -> value).tags(tags).register(registry);
  }

  private record Shown(Figures figures, List<Meter> meters) {}

  private record Figures(
      String namespace, String name, String version, String phase, int ready, int database) {

    static Figures of(MessageBoard board, MessageBoardStatus status) {
      return new Figures(
          board.getMetadata().getNamespace(),
          board.getMetadata().getName(),
          Objects.requireNonNullElse(status.version(), ""),
          status.phase().name(),
          isTrue("Ready", status),
          isTrue("DatabaseReady", status));
    }

    Tags info() {
      return Tags.of("version", version, "phase", phase);
    }

    private static int isTrue(String type, MessageBoardStatus status) {
      return (int)
          status.conditions().stream()
              .filter(c -> type.equals(c.getType()) && "True".equals(c.getStatus()))
              .count();
    }
  }
}
