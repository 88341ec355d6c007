package dev.messageboard.operator.database;

import dev.messageboard.operator.status.Problem;
import java.io.Serial;

/** A Secret that does not give what the board needs of it. */
final class UnusableSecret extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  UnusableSecret(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  Problem problem() {
    return new Problem(reason, getMessage());
  }
}
