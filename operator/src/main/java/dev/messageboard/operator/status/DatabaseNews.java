package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.DatabaseStatus;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of the database: one that has not come up yet is no news. */
final class DatabaseNews {

  private DatabaseNews() {}

  /** A database that the operator made. */
  static Stream<Notice> made(DatabaseSeen seen) {
    return seen.isMade()
        ? seen.endpoint().stream()
            .map(
                endpoint ->
                    Notice.normal(
                        "DatabaseProvisioned",
                        "the board's database and its users were made at " + endpoint))
        : Stream.empty();
  }

  static Stream<Notice> of(Turn turn) {
    var connected =
        turn.to(DatabaseReadyCondition.TYPE, "True")
            .filter(database -> !isAboutTheBudget(database))
            .map(DatabaseNews::connected);
    var lost =
        turn.to(DatabaseReadyCondition.TYPE, "False")
            .filter(database -> turn.earlier(DatabaseReadyCondition.TYPE, "True").isPresent())
            .filter(database -> !isAboutTheBudget(database))
            .filter(database -> !DatabaseCheck.PROVISIONING.equals(database.getReason()))
            .filter(database -> !isAboutItsSecret(database, turn))
            .map(database -> Notice.warning(word(database), database.getMessage()));
    return Stream.of(connected, lost, tight(turn)).flatMap(Optional::stream);
  }

  /** It still answers, and what is in it may be lost soon. */
  private static Notice connected(Condition database) {
    return VolumeTerminating.REASON.equals(database.getReason())
        ? Notice.warning(database.getReason(), database.getMessage())
        : Notice.normal("DatabaseConnected", database.getMessage());
  }

  /** Pods get another binding, which was tried first; one to another place is no rotation. */
  static Stream<Notice> rotated(Turn turn, Stream<String> newContents) {
    var isElsewhere = !endpoint(turn.before()).equals(endpoint(Optional.of(turn.after())));
    return newContents
        .filter(object -> object.startsWith("Secret ") && object.endsWith("-database"))
        .filter(object -> !isElsewhere)
        .map(
            object ->
                Notice.normal(
                    "CredentialsRotated",
                    object + " has what the database accepted; the API's pods are replaced"));
  }

  private static Optional<String> endpoint(Optional<MessageBoardStatus> status) {
    return status.map(MessageBoardStatus::database).map(DatabaseStatus::endpoint);
  }

  /** Of a board that may soon be refused, once; and once more when it may be refused. */
  private static Optional<Notice> tight(Turn turn) {
    return Stream.of("True", "False")
        .flatMap(status -> turn.to(DatabaseReadyCondition.TYPE, status).stream())
        .filter(DatabaseNews::isAboutTheBudget)
        .findFirst()
        .map(database -> Notice.warning(database.getReason(), database.getMessage()));
  }

  /** Of which {@link SecretNews} tells. */
  private static boolean isAboutItsSecret(Condition database, Turn turn) {
    return turn.now(SecretsResolvedCondition.TYPE, "False")
        .filter(secrets -> secrets.getMessage().equals(database.getMessage()))
        .isPresent();
  }

  private static boolean isAboutTheBudget(Condition database) {
    return ConnectionsInBudget.EXCEEDED.equals(database.getReason());
  }

  /** Credentials that were changed into wrong ones leave the pods alone; people should know. */
  private static String word(Condition database) {
    return "AccessDenied".equals(database.getReason())
        ? "CredentialsRejected"
        : "DatabaseUnreachable";
  }
}
