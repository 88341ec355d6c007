package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.ConnectionsStatus;
import dev.messageboard.operator.api.v1alpha1.DatabaseStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.database.DatabaseResolver;
import dev.messageboard.operator.database.Resolution;
import dev.messageboard.operator.database.SecretReader;
import dev.messageboard.operator.desired.Component;
import dev.messageboard.operator.desired.ConnectionBudget;
import dev.messageboard.operator.desired.Inputs;
import dev.messageboard.operator.desired.Installation;
import dev.messageboard.operator.desired.OptionalApi;
import dev.messageboard.operator.platform.ServedApis;
import dev.messageboard.operator.status.BoardObservation;
import dev.messageboard.operator.status.Findings;
import dev.messageboard.operator.status.SecretsSeen;
import dev.messageboard.operator.workflow.ApplyProblems;
import dev.messageboard.operator.workflow.MadeKeys;
import dev.messageboard.operator.workflow.Observer;
import java.util.Optional;
import java.util.Set;

/** What is known of a board before anything is done for it, and what desired objects need of it. */
record Look(Observer observer, Resolution database, SecretsSeen secrets, Inputs inputs) {

  static Look at(
      MessageBoard board,
      Observer observer,
      Optional<MessageBoardStatus> last,
      DatabaseResolver databases,
      SecretReader secrets,
      Installation installation,
      ServedApis apis) {
    var database =
        databases.resolve(
            board,
            observer.secret(Component.DATABASE),
            observer.secret(Component.MYSQL),
            observer.migrations(last));
    var scales = observer.scales();
    var inputs =
        new Inputs(
            installation,
            database.binding(),
            database.passwords(),
            MadeKeys.of(observer.secret(Component.KEYS)),
            scales,
            known(apis, board, last),
            database.gate(),
            ConnectionBudget.of(board, scales.api(), admitted(database, last)));
    return new Look(observer, database, secrets.look(board), inputs);
  }

  BoardObservation observe(Findings findings) {
    var told = findings.withSecret(database.problem()).withNamed(secrets).withApis(inputs.apis());
    return observer.observe(database.seen().with(inputs.connections()), told);
  }

  /** What was refused may be of a kind that went away after it was asked for. */
  private static Set<OptionalApi> known(
      ServedApis apis, MessageBoard board, Optional<MessageBoardStatus> last) {
    var kinds = OptionalApi.ofInterestTo(board);
    if (last.filter(ApplyProblems::areToldIn).isPresent()) {
      apis.forget(kinds);
    }
    return apis.known(kinds, board.getMetadata().getNamespace());
  }

  /** While a server is away, what it said before holds: nothing is rolled for an outage. */
  private static Optional<Integer> admitted(
      Resolution database, Optional<MessageBoardStatus> last) {
    return database
        .maxConnections()
        .or(
            () ->
                last.map(MessageBoardStatus::database)
                    .map(DatabaseStatus::connections)
                    .map(ConnectionsStatus::limit));
  }
}
