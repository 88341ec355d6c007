package dev.messageboard.operator.platform;

import dev.messageboard.operator.api.v1alpha1.DatabaseStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.status.Drift;
import dev.messageboard.operator.status.PodEvent;
import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The boards in figures; those of a board go with it. */
@Singleton
public class BoardMetrics {

  private static final Logger LOG = Logger.getLogger(BoardMetrics.class);

  private final MeterRegistry registry;
  private final MigrationMetrics migrations;
  private final Map<ResourceID, Shown> boards = new ConcurrentHashMap<>();

  public BoardMetrics(MeterRegistry registry, Departures departures) {
    this.registry = registry;
    this.migrations = new MigrationMetrics(registry);
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

  /** What happened between two statuses of a board. */
  public void count(Optional<MessageBoardStatus> before, MessageBoardStatus after) {
    migrations.count(before, after);
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
    var gauges =
        Stream.of(
            gauge("messageboard.info", board.and(figures.info()), 1),
            gauge("messageboard.ready", board, figures.ready()),
            gauge("messageboard.database.up", board, figures.database()));
    var budget =
        figures
            .connections()
            .map(ratio -> gauge("messageboard.connection.budget.ratio", board, ratio));
    return Stream.<Meter>concat(gauges, budget.stream()).toList();
  }

  private Gauge gauge(String name, Tags tags, double value) {
    return Gauge.builder(name, () -> value).tags(tags).register(registry);
  }

  private record Shown(Figures figures, List<Meter> meters) {}

  private record Figures(
      String namespace,
      String name,
      String version,
      String phase,
      int ready,
      int database,
      Optional<Double> connections) {

    static Figures of(MessageBoard board, MessageBoardStatus status) {
      return new Figures(
          board.getMetadata().getNamespace(),
          board.getMetadata().getName(),
          Objects.requireNonNullElse(status.version(), ""),
          status.phase().name(),
          isTrue("Ready", status),
          Math.max(isTrue("DatabaseReady", status), isBecause("ConnectionBudgetExceeded", status)),
          Optional.ofNullable(status.database())
              .map(DatabaseStatus::connections)
              .filter(connections -> connections.limit() != null)
              .map(connections -> (double) connections.budget() / connections.limit()));
    }

    Tags info() {
      return Tags.of("version", version, "phase", phase);
    }

    private static int isTrue(String type, MessageBoardStatus status) {
      return any(status, c -> type.equals(c.getType()) && "True".equals(c.getStatus()));
    }

    /** A database that is too small is up. */
    private static int isBecause(String reason, MessageBoardStatus status) {
      return any(status, c -> "DatabaseReady".equals(c.getType()) && reason.equals(c.getReason()));
    }

    private static int any(MessageBoardStatus status, Predicate<Condition> wanted) {
      return status.conditions().stream().anyMatch(wanted) ? 1 : 0;
    }
  }
}
