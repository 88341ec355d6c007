package dev.messageboard.operator.platform;

import dev.messageboard.operator.api.v1alpha1.DatabaseStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a status says in figures; what is empty is not shown. */
record BoardFigures(
    String namespace,
    String name,
    String version,
    String phase,
    boolean ready,
    Optional<String> stalled,
    Optional<Boolean> database,
    Optional<Double> connections,
    Optional<Instant> certificateExpiry) {

  /**
   * @param certificateExpiry that of the database's server, known for as long as somebody looks
   */
  static BoardFigures of(
      MessageBoard board, MessageBoardStatus status, Optional<Instant> certificateExpiry) {
    return new BoardFigures(
        board.getMetadata().getNamespace(),
        board.getMetadata().getName(),
        Objects.requireNonNullElse(status.version(), ""),
        status.phase().name(),
        status.condition("Ready").filter(BoardFigures::isTrue).isPresent(),
        status.condition("Stalled").filter(BoardFigures::isTrue).map(Condition::getReason),
        status.condition("DatabaseReady").filter(BoardFigures::isKnown).map(BoardFigures::isUp),
        Optional.ofNullable(status.database())
            .map(DatabaseStatus::connections)
            .filter(connections -> connections.limit() != null)
            .map(connections -> (double) connections.budget() / connections.limit()),
        certificateExpiry.filter(expiry -> board.getSpec().database().checkedByOperator()));
  }

  Tags info() {
    return Tags.of("version", version, "phase", phase);
  }

  private static boolean isTrue(Condition condition) {
    return "True".equals(condition.getStatus());
  }

  /**
   * Of a database that no pod has reached yet and nobody checks, nobody can say that it is down.
   */
  private static boolean isKnown(Condition database) {
    return !"Unknown".equals(database.getStatus());
  }

  /** A database that is too small is up. */
  private static boolean isUp(Condition database) {
    return isTrue(database) || "ConnectionBudgetExceeded".equals(database.getReason());
  }
}
