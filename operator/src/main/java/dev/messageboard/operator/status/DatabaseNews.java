package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.stream.Stream;

/** Events of the database: one that has not come up yet is no news. */
final class DatabaseNews {

  private DatabaseNews() {}

  static Stream<Notice> of(Turn turn) {
    var connected =
        turn.to(DatabaseReadyCondition.TYPE, "True")
            .map(database -> Notice.normal("DatabaseConnected", database.getMessage()));
    var lost =
        turn.to(DatabaseReadyCondition.TYPE, "False")
            .filter(database -> turn.earlier(DatabaseReadyCondition.TYPE, "True").isPresent())
            .filter(database -> turn.now(SecretsResolvedCondition.TYPE, "True").isPresent())
            .map(database -> Notice.warning(word(database), database.getMessage()));
    return Stream.concat(connected.stream(), lost.stream());
  }

  /** Credentials that were changed into wrong ones leave the pods alone; people should know. */
  private static String word(Condition database) {
    return "AccessDenied".equals(database.getReason())
        ? "CredentialsRejected"
        : "DatabaseUnreachable";
  }
}
