package dev.messageboard.operator.platform;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.status.DatabaseServer;
import dev.messageboard.operator.status.Drift;
import dev.messageboard.operator.status.PodEvent;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The boards in figures; those of a board go with it. */
@Singleton
public class BoardMetrics {

  private static final Logger LOG = Logger.getLogger(BoardMetrics.class);

  private static final String EXPIRY =
      "messageboard.database.certificate.expiration.timestamp.seconds";

  private final MeterRegistry registry;
  private final MigrationMetrics migrations;
  private final CertificateMetrics certificates;
  private final Map<ResourceID, Shown> boards = new ConcurrentHashMap<>();

  public BoardMetrics(MeterRegistry registry, Departures departures) {
    this.registry = registry;
    this.migrations = new MigrationMetrics(registry);
    this.certificates = new CertificateMetrics(registry);
    departures.listen(certificates::forget);
    departures.listen(this::forget);
  }

  /** What is true of a board now; of its database's server, what was told last. */
  public void show(MessageBoard board, MessageBoardStatus status) {
    show(board, status, Optional.empty());
  }

  /** The same, with what the server told at the last login that it let in. */
  public void show(MessageBoard board, MessageBoardStatus status, Optional<DatabaseServer> server) {
    boards.compute(
        ResourceID.fromResource(board),
        (id, shown) -> {
          var before = Optional.ofNullable(shown).flatMap(old -> old.figures().certificateExpiry());
          var expiry = server.map(DatabaseServer::certificateExpiry).orElse(before);
          var figures = BoardFigures.of(board, status, expiry);
          if (shown != null && shown.figures().equals(figures)) {
            return shown;
          }
          remove(shown);
          return new Shown(figures, gauges(figures));
        });
  }

  /** When the certificate of a board's Ingress ends, if there is one. */
  public void showCertificate(MessageBoard board, Optional<Instant> expiry) {
    certificates.show(ResourceID.fromResource(board), expiry);
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

  private List<Meter> gauges(BoardFigures figures) {
    var board = Tags.of("namespace", figures.namespace(), "name", figures.name());
    var always =
        Stream.of(
            gauge("messageboard.info", board.and(figures.info()), 1),
            gauge("messageboard.ready", board, figures.ready() ? 1 : 0));
    var sometimes =
        Stream.of(
            figures
                .stalled()
                .map(why -> gauge("messageboard.stalled", board.and("reason", why), 1)),
            figures.database().map(up -> gauge("messageboard.database.up", board, up ? 1 : 0)),
            figures
                .connections()
                .map(ratio -> gauge("messageboard.connection.budget.ratio", board, ratio)),
            figures
                .certificateExpiry()
                .map(expiry -> gauge(EXPIRY, board, expiry.getEpochSecond())));
    return Stream.<Meter>concat(always, sometimes.flatMap(Optional::stream)).toList();
  }

  private Gauge gauge(String name, Tags tags, double value) {
    return Gauge.builder(name, () -> value).tags(tags).register(registry);
  }

  private record Shown(BoardFigures figures, List<Meter> meters) {}
}
