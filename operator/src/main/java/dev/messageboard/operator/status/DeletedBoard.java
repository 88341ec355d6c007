package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.ProvisionedDatabase;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told while a deleted board's database goes: all as before, but the word and why. */
final class DeletedBoard {

  private static final List<String> TOLD =
      List.of(ReadyCondition.TYPE, DatabaseReadyCondition.TYPE);
  private static final String UNDER_WAY = "Deleting";

  private DeletedBoard() {}

  static MessageBoardStatus of(
      MessageBoard board,
      Optional<Problem> trouble,
      Optional<MessageBoardStatus> previous,
      Instant now) {
    var before = previous.orElseGet(MessageBoardStatus::unknown);
    var why = trouble.map(problem -> wayOut(problem, board)).orElseGet(() -> underWay(board));
    var generation = board.getMetadata().getGeneration();
    var told =
        TOLD.stream().map(type -> Dated.of(Verdict.no(type, why), generation, previous, now));
    return before.with(Phase.Deleting, Stream.concat(told, others(before)).toList());
  }

  /** Why it stays, told whenever that changes. */
  static Stream<Notice> news(Turn turn) {
    return turn.toldAnew(DatabaseReadyCondition.TYPE, "False").stream()
        .filter(database -> !UNDER_WAY.equals(database.getReason()))
        .map(database -> Notice.warning("DatabaseNotDropped", database.getMessage()));
  }

  private static Problem underWay(MessageBoard board) {
    return new Problem(
        UNDER_WAY,
        "database %s and its users are dropped from server %s first"
            .formatted(
                ProvisionedDatabase.name(board),
                board.getSpec().database().provisioned().server()));
  }

  private static Problem wayOut(Problem problem, MessageBoard board) {
    return new Problem(
        problem.reason(),
        "%s; the board stays until its database is dropped. To let it go without: kubectl patch messageboard %s -n %s --type=merge -p '{\"metadata\":{\"finalizers\":null}}'"
            .formatted(
                problem.message(),
                board.getMetadata().getName(),
                board.getMetadata().getNamespace()));
  }

  private static Stream<Condition> others(MessageBoardStatus before) {
    return Optional.ofNullable(before.conditions()).orElseGet(List::of).stream()
        .filter(condition -> !TOLD.contains(condition.getType()));
  }
}
