package dev.messageboard.api.database;

/**
 * There is no AWS identity to log in to the database with. What went wrong on the way to it stands
 * in the message: it is no cause, or it would be told as the database's own failure.
 */
public final class IdentityUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IdentityUnavailable(String message) {
    super(message);
  }
}
