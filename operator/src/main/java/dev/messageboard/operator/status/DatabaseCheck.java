package dev.messageboard.operator.status;

import java.util.Optional;

/**
 * What the operator's own login found.
 *
 * @param occasion which Jobs were done when it began
 * @param isAccepted the server let us in, and with all the rights that the board needs
 */
public record DatabaseCheck(
    boolean isAccepted,
    String reason,
    String message,
    Optional<DatabaseServer> server,
    String occasion) {

  public static final String PROVISIONING = "Provisioning";

  /** The operator makes what the login needs. */
  public static DatabaseCheck provisioning(String message) {
    return failed(new Problem(PROVISIONING, message));
  }

  /** The board can work with this database. */
  public static DatabaseCheck connected(String message, DatabaseServer server) {
    return new DatabaseCheck(true, "Connected", message, Optional.of(server), "");
  }

  /** The login, or what the board needs after it, failed. */
  public static DatabaseCheck failed(Problem problem) {
    return new DatabaseCheck(false, problem.reason(), problem.message(), Optional.empty(), "");
  }

  /** The same, for these Jobs. */
  public DatabaseCheck on(String which) {
    return new DatabaseCheck(isAccepted, reason, message, server, which);
  }

  Verdict verdict(String type) {
    return isAccepted
        ? Verdict.yes(type, reason, message)
        : Verdict.no(type, new Problem(reason, message));
  }
}
