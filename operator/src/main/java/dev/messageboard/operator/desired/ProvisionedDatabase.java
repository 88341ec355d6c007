package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Optional;

/** What a board's database and its users are called on a server that the platform team offers. */
public final class ProvisionedDatabase {

  private static final String PREFIX = "mb_";

  /** A name of a user has 32 characters at most. */
  private static final int UID_IN_USER = 24;

  private ProvisionedDatabase() {}

  /** The database, as the spec names it or as the board's UID does. */
  public static String name(MessageBoard board) {
    var chosen = board.getSpec().database().provisioned().name();
    return chosen.isEmpty() ? PREFIX + hex(board) : chosen;
  }

  /** The user of the pods. */
  public static String user(MessageBoard board) {
    return user(board, "_rw");
  }

  /** The user of the Job that changes the schema. */
  public static String migrationUser(MessageBoard board) {
    return user(board, "_ddl");
  }

  /**
   * How its pods reach it.
   *
   * @param password of the user of the pods
   * @param migrationPassword of the user of the Job
   */
  public static Binding binding(
      MessageBoard board,
      String host,
      int port,
      Tls tls,
      String password,
      String migrationPassword,
      String fingerprintKey) {
    return new Binding(
        host,
        port,
        name(board),
        user(board),
        password,
        tls,
        Optional.of(new Credentials(migrationUser(board), migrationPassword)),
        fingerprintKey);
  }

  private static String user(MessageBoard board, String part) {
    return PREFIX + hex(board).substring(0, UID_IN_USER) + part;
  }

  private static String hex(MessageBoard board) {
    return board.getMetadata().getUid().replace("-", "");
  }
}
