package dev.messageboard.api.board;

/** Who may delete a message; an admin always may. */
public enum DeletePolicy {
  AUTHOR,
  ADMIN,
  ANYONE
}
