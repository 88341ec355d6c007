package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.ComponentStatus;
import dev.messageboard.operator.api.v1alpha1.ComponentsStatus;
import dev.messageboard.operator.api.v1alpha1.ConnectionsStatus;
import dev.messageboard.operator.api.v1alpha1.DatabaseStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.ConnectionBudget;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was seen becomes the status; what is not in the observation is not in the status. */
public final class StatusAssembler {

  private final Clock clock;

  public StatusAssembler(Clock clock) {
    this.clock = clock;
  }

  public MessageBoardStatus assemble(BoardObservation seen, Optional<MessageBoardStatus> previous) {
    var tiers = Tiers.of(seen);
    var now = clock.instant();
    var conditions = Conditions.of(seen, tiers, previous, now);
    return new MessageBoardStatus(
        seen.board().getMetadata().getGeneration(),
        PhaseWord.of(conditions, tiers),
        ServingVersion.of(seen),
        BoardUrl.of(seen).orElse(null),
        tiers.api().counts().total(),
        selector(seen),
        new ComponentsStatus(figures(tiers.frontend()), figures(tiers.api())),
        FirstLogin.standing(seen, previous)
            .map(MessageBoardStatus::database)
            .orElseGet(() -> database(seen.database())),
        seen.database().migration().map(MigrationJob::told).orElse(null),
        LastDrift.of(seen, previous, now),
        seen.findings().applied().isEmpty() ? null : seen.findings().applied(),
        dated(conditions.all(), seen, previous, now));
  }

  /** After a pass that failed before anything was seen. */
  public MessageBoardStatus assemble(
      MessageBoard board, Exception failure, Optional<MessageBoardStatus> previous) {
    return FailedPass.of(board, failure, previous, clock.instant());
  }

  /**
   * Of a deleted board whose database goes first.
   *
   * @param trouble why it does not; empty while it is under way
   */
  public MessageBoardStatus assemble(
      MessageBoard board, Optional<Problem> trouble, Optional<MessageBoardStatus> previous) {
    return DeletedBoard.of(board, trouble, previous, clock.instant());
  }

  private static String selector(BoardObservation seen) {
    return Labels.selector(seen.board(), Component.API).entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  private static ComponentStatus figures(Tier tier) {
    return new ComponentStatus(
        tier.image(),
        tier.counts().desired(),
        tier.counts().ready(),
        tier.counts().updated(),
        tier.summary(),
        tier.trouble().map(Problem::message).orElse(null));
  }

  private static DatabaseStatus database(DatabaseSeen seen) {
    var server = seen.check().flatMap(DatabaseCheck::server);
    return seen.endpoint()
        .map(
            endpoint ->
                new DatabaseStatus(
                    endpoint,
                    server.map(DatabaseServer::version).orElse(null),
                    server.flatMap(DatabaseServer::schemaVersion).orElse(null),
                    seen.connections().map(StatusAssembler::connections).orElse(null)))
        .orElse(null);
  }

  private static ConnectionsStatus connections(ConnectionBudget budget) {
    return new ConnectionsStatus(budget.limit().orElse(null), budget.needed());
  }

  private static List<Condition> dated(
      List<Verdict> verdicts,
      BoardObservation seen,
      Optional<MessageBoardStatus> previous,
      Instant now) {
    var generation = seen.board().getMetadata().getGeneration();
    return verdicts.stream().map(verdict -> Dated.of(verdict, generation, previous, now)).toList();
  }
}
