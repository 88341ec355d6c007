package dev.messageboard.operator.database.provision;

import dev.messageboard.operator.status.DatabaseCheck;
import dev.messageboard.operator.status.Problem;
import java.io.Serial;

/** What is there is not the board's own, or not its alone at this moment: it is left as it is. */
final class Taken extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  private Taken(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  static Taken byAnotherBoard(String database) {
    return new Taken(
        "DatabaseTaken",
        "database %s is another board's, as table %s on the server says: create the board with another provisioned.name, or give it the row to hand the database over"
            .formatted(database, ProvisioningSql.REGISTRY));
  }

  static Taken byNobodyWeKnow(String database) {
    return new Taken(
        "DatabaseTaken",
        "database %s was there before the board: create the board with another provisioned.name, or drop it, or add it to table %s on the server with the board's UID"
            .formatted(database, ProvisioningSql.REGISTRY));
  }

  static Taken user(String name) {
    return new Taken(
        "UserTaken",
        "user %s is there and does not have the board's UID in its attribute: drop it on the server"
            .formatted(name));
  }

  static Taken forNow(String database) {
    return new Taken(
        DatabaseCheck.PROVISIONING,
        "another operator is at work on database %s at this moment".formatted(database));
  }

  /** Of somebody who reads or writes there, such as a backup. */
  static Taken byATransaction(String database) {
    return new Taken(
        "DatabaseInUse",
        "a transaction holds a table of database %s: end it, or wait for it; performance_schema.metadata_locks on the server tells whose it is"
            .formatted(database));
  }

  Problem problem() {
    return new Problem(reason, getMessage());
  }
}
